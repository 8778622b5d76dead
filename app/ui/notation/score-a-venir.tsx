import { type ComponentProps, lazy, Suspense } from 'react'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import type { ScoreLien } from '#ui/notation/score-lien'

const Score = lazy(() =>
  venir(() => import('#ui/notation/score-lien').then(({ ScoreLien: Lien }) => ({ default: Lien }))),
)

/** The score of a dossier, which comes once the page that decides is there. */
export const ScoreAVenir = (score: ComponentProps<typeof ScoreLien>) =>
  useMontee() && (
    <Suspense>
      <Score {...score} />
    </Suspense>
  )
