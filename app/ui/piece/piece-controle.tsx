import { Icone } from '#ui/kit/icone/icone'
import { Box, Button } from '@mui/material'
import { lazy, Suspense, useRef } from 'react'
import { type Ligne, seJuge } from '#ui/piece/piece-ligne'
import { venir } from '#ui/kit/reprise/code'
import { useVerdicts } from '#ui/piece/verdict'

/** Why a pièce is refused is asked by what comes with the first refusal. */
const PieceMotif = lazy(() =>
  venir(() => import('#ui/piece/piece-motif').then(({ PieceMotif }) => ({ default: PieceMotif }))),
)

export type AvecMotif = 'NON_CONFORME' | 'SANS_OBJET'

type Props = {
  adresse: string
  ligne: Ligne
  peut: boolean
  /** The verdict whose reason is being given. */
  ouvert: AvecMotif | null
  onOuvert: (controle: AvecMotif | null) => void
  /** A verdict with its reason is written. */
  onJuge: () => void
}

/** The officer's verdict on a pièce; what follows is read aloud, can be taken back, and nothing reloads. */
export function PieceControle({ adresse, ligne, peut, ouvert, onOuvert, onJuge }: Props) {
  const boutons = useRef<HTMLDivElement>(null)
  const controle = ligne.piece?.controle
  const juger = useVerdicts(adresse)
  const fermer = () => {
    boutons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    onOuvert(null)
  }
  return (
    <>
      {peut && (
        <Box ref={boutons} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {seJuge(ligne) && (
            <>
              <Bouton
                actif={controle === 'CONFORME'}
                onClick={() => juger(ligne, 'CONFORME')}
                icone={<Icone nom="check" />}
                touche="C"
              >
                Conforme
              </Bouton>
              <Bouton
                actif={controle === 'NON_CONFORME'}
                onClick={() => onOuvert('NON_CONFORME')}
                icone={<Icone nom="close" />}
                touche="N"
                deplie={ouvert === 'NON_CONFORME'}
              >
                Non conforme
              </Bouton>
            </>
          )}
          {ligne.code !== null && ligne.exigence !== null && (
            <Bouton
              actif={controle === 'SANS_OBJET'}
              onClick={() => onOuvert('SANS_OBJET')}
              icone={<Icone nom="block" />}
              touche="S"
              deplie={ouvert === 'SANS_OBJET'}
            >
              Sans objet
            </Bouton>
          )}
          {controle && controle !== 'A_CONTROLER' && (
            <Button size="small" onClick={() => juger(ligne, 'A_CONTROLER')}>
              Annuler le contrôle
            </Button>
          )}
        </Box>
      )}
      {ouvert && (
        <Box sx={{ order: 1, flexBasis: '100%' }}>
          <Suspense>
            <PieceMotif key={ouvert} controle={ouvert} {...{ adresse, ligne, fermer, onJuge }} />
          </Suspense>
        </Box>
      )}
    </>
  )
}

type BoutonProps = {
  actif: boolean
  onClick: () => void
  icone: React.ReactNode
  touche?: string
  deplie?: boolean
  children: string
}

function Bouton({ actif, onClick, icone, touche, deplie, children }: BoutonProps) {
  return (
    <Button
      variant={actif ? 'contained' : 'outlined'}
      size="small"
      startIcon={icone}
      onClick={onClick}
      aria-pressed={deplie === undefined ? actif : undefined}
      aria-expanded={deplie}
      aria-keyshortcuts={touche}
    >
      {children}
      {touche && (
        <Box
          component="kbd"
          aria-hidden
          sx={{ ml: 1, px: 0.5, border: 1, borderRadius: 0.5, fontSize: '0.75rem', fontFamily: 'inherit' }}
        >
          {touche}
        </Box>
      )}
    </Button>
  )
}
