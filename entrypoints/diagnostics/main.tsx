import { render } from 'preact';
import { i18n } from '#i18n';
import { keepFocus } from '../../components/keep-focus.ts';
import { setLanguage } from '../../components/set-language.ts';
import '../../components/theme.css';
import '../../components/page.css';
import './diagnostics.css';
import { DiagnosticsPage } from './diagnostics-page.tsx';

setLanguage(document.documentElement);
keepFocus(document);
document.title = `${i18n.t('extName')} – ${i18n.t('diagnostics.title')}`;
render(<DiagnosticsPage />, document.querySelector('#app')!);
