import { Button } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import type { CountSize } from '../analysis/protocol.js';
import { Choice } from '../deals/choice.js';
import type { EnsembleChoices } from '../ensemble/ensemble-protocol.js';
import { useSession, useSessionState } from '../page/session-context.js';
import { choicesFor, countKey, smallWork, startsByItself } from '../session/ensemble-session.js';
import { askedOf, type Counted } from '../session/state.js';

const DRAWS = [200, 500, 1000, 2500, 10_000, 100_000] as const;

const grouped = (count: number) => count.toLocaleString('en-GB');

/** What is counted, and how far the count is: run, stop, and what is varied. */
export function CountForm({ size }: { readonly size: CountSize }) {
  const session = useSession();
  const chosen = useSessionState(({ countChoices }) => countChoices);
  const choices = choicesFor(size, chosen);
  const counted = useSessionState(({ counted }) => counted);
  const isCounting = counted?.phase === 'counting' || counted?.phase === 'stopping';
  const sets = size.sets[choices.varied];
  return (
    <section className="ensemble-form" aria-labelledby="count-heading">
      <h3 id="count-heading">Counted over what the file leaves open</h3>
      <p className="aside">
        {sets === null
          ? 'There are too many combinations to look at each: some are drawn, and shares have an error.'
          : sets === 1
            ? 'There is one combination.'
            : `Each of the ${grouped(sets)} combinations${choices.varied === 'readings' ? ' of readings' : ''} is looked at.`}{' '}
        {choices.varied === 'readings' && size.sets.everything !== sets
          ? 'All else is as the file has it.'
          : ''}{' '}
        {startsByItself(size, choices)
          ? 'It starts by itself.'
          : `It starts when you ask for it: combinations times outcomes are more than ${grouped(smallWork)}.`}{' '}
        What is supposed done above is done in each; readings and doubts chosen there are varied all
        the same, unless you keep them.
      </p>
      <div className="count-choices">
        <Choice
          label="Vary"
          items={[
            { id: 'everything', label: 'everything in doubt' },
            { id: 'readings', label: 'readings only' },
          ]}
          value={choices.varied}
          onChange={(id) =>
            session.chooseCount({ varied: id === 'readings' ? 'readings' : 'everything' })
          }
        />
        <Checkbox
          className="checkbox"
          isSelected={choices.keepsChosen}
          onChange={(keepsChosen) => session.chooseCount({ keepsChosen })}
        >
          <span className="checkbox-mark" aria-hidden="true" />
          Keep what is chosen above
        </Checkbox>
        {sets === null ? (
          <>
            <Choice
              label="Draws"
              items={DRAWS.map((draws) => ({ id: String(draws), label: grouped(draws) }))}
              value={String(choices.draws)}
              onChange={(id) => session.chooseCount({ draws: Number(id) })}
            />
            <NumberField
              className="number-field"
              value={choices.seed}
              minValue={0}
              maxValue={2 ** 31}
              formatOptions={{ useGrouping: false, maximumFractionDigits: 0 }}
              onChange={(seed) => {
                if (Number.isInteger(seed)) session.chooseCount({ seed });
              }}
            >
              <Label>Seed</Label>
              <Input className="number-input" />
            </NumberField>
          </>
        ) : null}
        <Button
          className={isCounting ? 'button' : 'button button-main'}
          onPress={() => {
            // Disabled, it would lose the focus.
            if (!isCounting) session.count();
          }}
        >
          {isCounting ? 'Counting …' : counted?.phase === 'counted' ? 'Count again' : 'Count'}
        </Button>
      </div>
      {counted ? (
        <CountProgress counted={counted} choices={choices} isDrawn={sets === null} />
      ) : null}
    </section>
  );
}

/** How far a count is, and whether what is shown is of the present case. */
function CountProgress({
  counted: { phase, done, total, problem, answered: shown, answer },
  choices,
  isDrawn,
}: {
  readonly counted: Counted;
  readonly choices: EnsembleChoices;
  readonly isDrawn: boolean;
}) {
  const session = useSession();
  const present = useSessionState(({ answered }) => answered);
  const noun = isDrawn ? 'draws' : 'combinations';
  const far = total === undefined ? '' : `${grouped(done)} of ${grouped(total)} ${noun}`;
  const isEarlier =
    shown !== undefined &&
    present !== undefined &&
    countKey(shown) !== countKey({ of: askedOf(present), choices });
  return (
    <div className="count-progress">
      {phase === 'counting' || phase === 'stopping' ? (
        <>
          <progress aria-label="Counted" value={done} max={total ?? 1} />
          <span>{far === '' ? 'Starting …' : far}</span>
          <Button className="button" onPress={session.stopCount}>
            Stop
          </Button>
        </>
      ) : null}
      <p role="status">
        {phase === 'counted'
          ? `Counted: ${far === '' ? 'done' : far}.`
          : phase === 'stopped'
            ? `Stopped${far === '' ? '' : ` after ${far}`}.`
            : phase === 'failed'
              ? `This could not be counted: ${problem}.`
              : ''}
      </p>
      {isEarlier && answer ? (
        <p className="stale">
          What stands below was counted for an earlier text, or with other choices. Count again for
          the present one.
        </p>
      ) : null}
    </div>
  );
}
