import { Link as MuiLink } from '@mui/material'
import { Link } from '@remix-run/react'
import { lazy, Suspense } from 'react'
import { useMontee } from '#ui/kit/pliage/montee'
import { venir } from '#ui/kit/reprise/code'
import type { InstructionProps } from '#ui/pre-projet/fiche-instruction-ouverte'

const Ouverte = lazy(() =>
  venir(() =>
    import('#ui/pre-projet/fiche-instruction-ouverte').then((module) => ({ default: module.FicheInstructionOuverte })),
  ),
)

/** The grid and the reply beside the document and the facts. They come once the page is there; until then, the way to them alone. */
export function FicheInstruction(props: InstructionProps) {
  const montee = useMontee()
  const attente = (
    <MuiLink component={Link} to={`/pre-projets/${props.id}/instruction`}>
      Instruction et échanges
    </MuiLink>
  )
  return montee ? (
    <Suspense fallback={attente}>
      <Ouverte {...props} />
    </Suspense>
  ) : (
    attente
  )
}
