import { storedValue } from '#console/state/stored-value.ts';
import { TOUR_STEPS } from './tour-steps.ts';

/** Where somebody is in the tour: `away` until it is asked for, and the step to go on with. */
interface TourPlace {
  readonly isOpen: boolean;
  readonly step: number;
}

const stored = storedValue<string>('tongzhang.tour', (text) => text ?? '');

/** What was kept, with a step that there is. */
export function readPlace(text: string): TourPlace {
  const [, state, digits] = /^(open|away) (\d{1,2})$/.exec(text) ?? [];
  return { isOpen: state === 'open', step: Math.min(Number(digits ?? 0), TOUR_STEPS.length - 1) };
}

export function useTour() {
  const place = readPlace(stored.use());
  const put = ({ isOpen, step }: TourPlace) => stored.set(`${isOpen ? 'open' : 'away'} ${step}`);
  return {
    place,
    open: (step = place.step) => put({ isOpen: true, step }),
    close: () => put({ ...place, isOpen: false }),
    finish: () => put({ isOpen: false, step: 0 }),
  };
}
