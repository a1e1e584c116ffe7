import { i18n } from '#i18n';

interface Props {
  readonly repositories: readonly string[];
  /** Whether it is what a person should do before all else. */
  readonly isFirst: boolean;
  readonly onInspect: (repository: string) => void;
}

/** Each repository that a message links, with the way to look into it before anybody clones it. */
export function LookInside({ repositories, isFirst, onInspect }: Props) {
  return (
    <section class="inside">
      <p class="small soft">{i18n.t('inspect.lookInsideHint')}</p>
      <ul>
        {repositories.map((address, index) => (
          <li key={address}>
            <p class="small"><bdi dir="ltr">{address.replace(/^https?:\/\//, '')}</bdi></p>
            <button type="button" class={isFirst && index === 0 ? 'primary' : undefined} onClick={() => onInspect(address)}>{i18n.t('inspect.lookInside')}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
