import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useChange } from '#console/parts/use-change.ts';
import { useSay } from '#console/words/use-say.ts';
import { makePractice } from './make-practice.ts';
import { useTour } from './tour-state.ts';
import { TOUR_STEPS } from './tour-steps.ts';
import { useMayPractise } from './use-may-practise.ts';
import { words } from './words.ts';

/** Makes the practice and begins the tour, for whoever may do all that it shows. */
export function TourOffer() {
  const say = useSay(words);
  const mayPractise = useMayPractise();
  const navigate = useNavigate();
  const { open } = useTour();
  const begin = useChange({
    change: () => makePractice({ book: say('bookName'), shop: say('shopName'), kingdee: say('kingdeeName') }),
    touches: [['/api/v1/books'], ['/api/v1/connections'], ['/api/v1/flows']],
    done: () => say('made'),
  });
  if (!mayPractise) return null;
  const start = () =>
    begin.mutate(undefined, {
      onSuccess: () => {
        open(0);
        void navigate(TOUR_STEPS[0].to);
      },
    });
  return (
    <>
      <p className="tz-faint" style={{ maxInlineSize: '46ch', margin: '0 0 10px' }}>
        {say('offerText')}
      </p>
      <Button type="primary" icon={<CompassOutlined />} loading={begin.isPending} onClick={start}>
        {say(begin.isPending ? 'making' : 'offer')}
      </Button>
    </>
  );
}
