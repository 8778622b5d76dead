import { lazy, Suspense } from 'react'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import type { PropsLiberation } from '#ui/notification-de-decision/decision-liberation'

/** Few decisions wait for somebody else: what lets them go comes with the first that does. */
const DecisionLiberation = lazy(() =>
  venir(() =>
    import('#ui/notification-de-decision/decision-liberation').then(({ DecisionLiberation: Liberation }) => ({
      default: Liberation,
    })),
  ),
)

type Props = Omit<PropsLiberation, 'liberation'> & { liberation: PropsLiberation['liberation'] | null }

/** Of a decision that waits for a second person: what to read again, and how it is let go. Nothing for any other. */
export function RelectureAttendue({ liberation, ...props }: Props) {
  return useMontee() && liberation ? (
    <Suspense>
      <DecisionLiberation {...props} liberation={liberation} />
    </Suspense>
  ) : null
}
