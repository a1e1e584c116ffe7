import { render } from 'preact';
import { i18n } from '#i18n';
import '../../components/theme.css';
import '../../components/page.css';
import './first-aid.css';
import { FirstAid } from './first-aid.tsx';

document.title = `${i18n.t('extName')} – ${i18n.t('aid.title')}`;
render(<FirstAid />, document.querySelector('#app')!);
