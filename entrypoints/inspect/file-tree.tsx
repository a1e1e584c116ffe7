import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Inspection } from '../../utils/inspect/inspection.ts';
import { childrenOf, isMarked, treeOf, type TreeNode } from './tree-of.ts';

/** Entries of a folder that are drawn: a browser slows down with thousands, and marked ones come first. */
const drawn = 300;

interface Props { readonly paths: readonly string[]; readonly inspection: Inspection; /** File to be brought into view. */ readonly shown?: string }

/** The project's files as folders that open: keyboard and screen readers know `details`. Only what is open is drawn. */
export function FileTree({ paths, inspection, shown }: Props) {
  const root = useMemo(() => treeOf(paths, inspection), [paths, inspection]);
  return (
    <>
      <p class="small soft">{i18n.t('inspect.filesHint')}</p>
      <Branch node={root} shown={shown} />
    </>
  );
}

function Branch({ node, shown }: { node: TreeNode; shown?: string }) {
  const children = childrenOf(node);
  const more = children.length - drawn;
  return (
    <ul class="tree">
      {children.slice(0, drawn).map((child) => (
        <li key={child.path}>{child.children ? <FolderNode node={child} shown={shown} /> : <FileNode node={child} isShown={child.path === shown} />}</li>
      ))}
      {more > 0 && <li class="small soft">{i18n.t('inspect.moreFiles', more)}</li>}
    </ul>
  );
}

function FolderNode({ node, shown }: { node: TreeNode; shown?: string }) {
  const [open, setOpen] = useState(isMarked(node));
  useEffect(() => { if (shown?.startsWith(`${node.path}/`)) setOpen(true); }, [shown, node.path]);
  return (
    <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary><bdi dir="ltr">{node.name}/</bdi><Marks node={node} /></summary>
      {open && <Branch node={node} shown={shown} />}
    </details>
  );
}

function FileNode({ node, isShown }: { node: TreeNode; isShown: boolean }) {
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (!isShown) return;
    place.current?.scrollIntoView({ block: 'center' });
    place.current?.focus();
  }, [isShown]);
  return <span class={isShown ? 'leaf here' : 'leaf'} ref={place} tabIndex={-1}><bdi dir="ltr">{node.name}</bdi><Marks node={node} /></span>;
}

/** In words, so that it is told apart without its colour. */
function Marks({ node: { mark } }: { node: TreeNode }) {
  const { places, severity, runs } = mark;
  const tone = severity === 'critical' ? 'danger' : 'caution';
  return (
    <>
      {places > 0 && <span class={`tag ${tone}`}>{i18n.t('inspect.placesIn', places)}</span>}
      {runs && <span class="tag">{i18n.t('inspect.startsHere')}</span>}
    </>
  );
}
