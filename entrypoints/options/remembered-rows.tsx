import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { RowList, type Row } from '../../components/row-list.tsx';

interface Props {
  readonly rows: readonly Row[];
  /** How many there are in all: the newest are listed. */
  readonly count: number;
  /** Said when the last is gone. */
  readonly none: string;
  readonly onForget: (key: string) => void;
}

/** Rows of the memory, folded, each with a way to forget it. */
export function RememberedRows({ rows, count, none, onForget }: Props) {
  return (
    <details class="fold">
      <summary>{i18n.t('options.showList')}</summary>
      <div class="opened">
        <RowList rows={rows} none={none} onAct={onForget} action={<><ActionIcon action="remove" />{i18n.t('options.forgetOne')}</>} />
        {count > rows.length && <p class="small soft">{i18n.t('options.newestOnly', [String(rows.length)])}</p>}
      </div>
    </details>
  );
}
