import { i18n } from '#i18n';

interface Props { readonly repositories: readonly string[]; readonly onInspect: (repository: string) => void }

/** Each repository that a message links, with the way to look into it before anybody clones it. */
export function LookInside({ repositories, onInspect }: Props) {
  return (
    <section class="inside">
      <p class="small soft">{i18n.t('inspect.lookInsideHint')}</p>
      <ul>
        {repositories.map((address) => (
          <li key={address}>
            <p class="small"><bdi dir="ltr">{address.replace(/^https?:\/\//, '')}</bdi></p>
            <button type="button" onClick={() => onInspect(address)}>{i18n.t('inspect.lookInside')}</button>
          </li>
        ))}
      </ul>
    </section>
  );
}
