import type { OfficesProps } from '../../components/offices.tsx';
import list from '../../assets/report-offices.json' with { type: 'json' };
import { countryOf, type Office } from '../../utils/core/report-offices.ts';

/** The list that ships, and a guess at whose offices are wanted. */
export const offices = (): OfficesProps => ({ offices: list.offices as readonly Office[], country: countryOf(navigator.languages) });
