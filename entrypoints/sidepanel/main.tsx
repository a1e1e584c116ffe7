import { render } from 'preact';
import '../../components/theme.css';
import '../../components/page.css';
import '../tab/tab-report.css';
import './side-panel.css';
import { SidePanel } from './side-panel.tsx';

render(<SidePanel />, document.querySelector('#app')!);
