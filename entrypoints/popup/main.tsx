import { render } from 'preact';
import '../../components/theme.css';
import '../../components/page.css';
import '../tab/tab-report.css';
import './popup.css';
import { Popup } from './popup.tsx';

render(<Popup />, document.querySelector('#app')!);
