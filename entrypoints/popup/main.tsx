import { render } from 'preact';
import { keepFocus } from '../../components/keep-focus.ts';
import { setLanguage } from '../../components/set-language.ts';
import '../../components/theme.css';
import '../../components/page.css';
import '../tab/tab-report.css';
import './popup.css';
import { Popup } from './popup.tsx';

setLanguage(document.documentElement);
keepFocus(document);
render(<Popup />, document.querySelector('#app')!);
