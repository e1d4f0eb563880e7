import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { Answer } from '../analysis/protocol.js';
import { Choice } from '../deals/choice.js';
import { useSession } from '../page/session-context.js';

/** Supposes that something is done: an issue, a level, and who does it where several could. */
export function ActForm({ answer }: { readonly answer: Answer }) {
  const session = useSession();
  const [asked, setAsked] = useState<{ issue?: string; level?: string; by?: string }>({});
  const { acts } = answer.openings;
  const issue = acts.find(({ id }) => id === asked.issue);
  const level = issue?.levels.find(({ id }) => id === asked.level);
  const by = level?.by.find((id) => id === asked.by);
  if (acts.length === 0) return null;
  const isReady = level !== undefined && (level.by.length === 0 || by !== undefined);
  return (
    <section className="act-form" aria-labelledby="act-heading">
      <h3 id="act-heading">What somebody might do</h3>
      <p className="aside">
        Supposed done: today takes that level, whoever did it keeps to it, and where things go and
        what is on offer are worked out anew. That is not the same as seeing it happen.
      </p>
      <div className="act-choices">
        <Choice
          label="Issue"
          items={acts}
          value={issue?.id ?? null}
          placeholder="choose an issue"
          onChange={(id) => setAsked({ issue: id })}
        />
        {issue ? (
          <Choice
            label="Brought to"
            items={issue.levels.map(({ id, label, isToday, hindrance }) => ({
              id,
              label,
              aside: isToday
                ? 'as today: whoever holds it there keeps it there'
                : hindrance === undefined
                  ? undefined
                  : `not by itself: ${hindrance}`,
            }))}
            value={level?.id ?? null}
            placeholder="choose a level"
            onChange={(id) => setAsked({ issue: issue.id, level: id })}
          />
        ) : null}
        {issue && level && level.by.length > 0 ? (
          <Choice
            label="By"
            items={level.by.map((id) => ({
              id,
              label: answer.parties.find((party) => party.id === id)?.name ?? id,
            }))}
            value={by ?? null}
            placeholder="choose who acts"
            onChange={(id) => setAsked({ issue: issue.id, level: level.id, by: id })}
          />
        ) : null}
        <Button
          className="button button-main"
          isDisabled={!isReady}
          onPress={() => {
            if (!issue || !level) return;
            session.supposeDone({ issue: issue.id, level: level.id, by });
            setAsked({});
          }}
        >
          Suppose it done
        </Button>
      </div>
    </section>
  );
}
