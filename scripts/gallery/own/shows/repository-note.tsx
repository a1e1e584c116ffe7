import { drawText } from '../../../../components/draw-text.ts';
import type { NoteContent } from '../../../../components/repository-note.tsx';
import { mountRepositoryNote } from '../../../../components/mount-repository-note.ts';
import './shown-page.css';
import { drawPage } from './shown-page.ts';

const { props } = (globalThis as unknown as { shown: { props: Pick<NoteContent, 'found' | 'day'> } }).shown;
const nothing = () => {};
drawText();
drawPage();
mountRepositoryNote(document).show({ ...props, onInspect: nothing, onClose: nothing });
