import { render } from 'preact';
import { i18n } from '#i18n';
import { keepFocus } from '../../components/keep-focus.ts';
import { setLanguage } from '../../components/set-language.ts';
import '../../components/theme.css';
import '../../components/page.css';
import './inspect.css';
import { InspectPage } from './inspect-page.tsx';

setLanguage(document.documentElement);
keepFocus(document);
document.title = `${i18n.t('extName')} – ${i18n.t('inspect.title')}`;
render(<InspectPage asked={new URL(location.href).searchParams.get('repository') ?? ''} />, document.querySelector('#app')!);
