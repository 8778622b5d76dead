import { lazy, Suspense } from 'react'
import type { PropsExigences } from '#ui/piece/exigences-ouvertes'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'

const ExigencesOuvertes = lazy(() =>
  venir(() => import('#ui/piece/exigences-ouvertes').then(({ ExigencesOuvertes }) => ({ default: ExigencesOuvertes }))),
)

/** What is asked of a dossier, and why: it stands below what is read, and comes after the page. */
export function DossierExigences(props: PropsExigences) {
  const montee = useMontee()
  if (!montee) return null
  return (
    <Suspense>
      <ExigencesOuvertes {...props} />
    </Suspense>
  )
}
