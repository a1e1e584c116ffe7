import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';

interface Props {
  readonly title: string;
  /** What the page is for, in a sentence or two. */
  readonly lead?: string;
  /** A name for the page's own sheet. */
  readonly name?: string;
  readonly children: ComponentChildren;
}

/** A page of ours in one column: whose it is, its title, what it is for, and its parts. */
export function Column({ title, lead, name, children }: Props) {
  return (
    <div class={name ? `column ${name}` : 'column'}>
      <header>
        <p class="wordmark soft">{i18n.t('extName')}</p>
        <h1>{title}</h1>
        {lead !== undefined && <p class="soft">{lead}</p>}
      </header>
      <main>{children}</main>
    </div>
  );
}
