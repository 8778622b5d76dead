import { Dit } from '#ui/kit/dit'
import { Icone } from '#ui/kit/icone/icone'
import { Box, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { phraseAVerifier } from '#libelles/campagne/exigence'
import type { Controle } from '#domain/piece/piece'
import { motDEtatDePiece } from '#libelles/piece/piece'
import { Etiquette } from '#ui/kit/icone/etiquette'
import { alertesDe, estAbsente, grouper, ici, type Ligne } from '#ui/piece/piece-ligne'
import { nomDeLigne } from '#ui/piece/verdict'

type Props = {
  lignes: Ligne[]
  choisie: string | null
  /** At once: the address of the pièce follows. */
  onChoisir: (cle: string) => void
}

/** What the campagne asks for, then what is asked only where relevant and nobody deposited, then what nobody asked for. */
export function PieceListe({ lignes, choisie, onChoisir }: Props) {
  if (lignes.length === 0) return <Typography>La campagne ne demande aucune pièce à ce genre de structure.</Typography>
  return (
    <nav aria-label="Pièces du dossier">
      {grouper(lignes).map((groupe) => (
        <Box key={groupe.titre} sx={{ mb: 2 }}>
          <Typography variant="h2" sx={{ fontSize: '0.875rem', color: 'text.secondary', mb: 0.5 }}>
            {groupe.titre}
          </Typography>
          <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
            {groupe.lignes.map((ligne) => (
              <Rang
                key={ligne.cle}
                ligne={ligne}
                estChoisie={ligne.cle === choisie}
                onChoisir={() => onChoisir(ligne.cle)}
              />
            ))}
          </Box>
        </Box>
      ))}
    </nav>
  )
}

function Rang({ ligne, estChoisie, onChoisir }: { ligne: Ligne; estChoisie: boolean; onChoisir: () => void }) {
  const signalements = alertesDe(ligne).length
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider' }}>
      <Box
        component={Link}
        to={`?piece=${ligne.cle}`}
        onClick={ici(onChoisir)}
        preventScrollReset
        aria-current={estChoisie ? 'true' : undefined}
        sx={{
          display: 'block',
          px: 1,
          py: 0.75,
          color: 'text.primary',
          textDecoration: 'none',
          fontSize: '0.875rem',
          borderLeft: '3px solid transparent',
          '&:hover': { bgcolor: 'action.hover' },
          '&[aria-current]': { borderLeftColor: 'primary.main', bgcolor: 'action.selected' },
          '&:focus-visible': { outlineOffset: '-3px' },
        }}
      >
        <Box
          component="span"
          sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, fontWeight: estChoisie ? 650 : 500 }}
        >
          {nomDeLigne(ligne)}
          {signalements > 0 && (
            <Box component="span" sx={{ color: 'var(--mui-palette-ton-alerte)' }}>
              <Icone nom="warning" />
              <Dit>{compter(signalements, 'signalement')}</Dit>
            </Box>
          )}
        </Box>
        <EtatPiece ligne={ligne} />
        {ligne.aVerifier.length > 0 && (
          <Box component="span" sx={{ display: 'block', color: 'var(--mui-palette-ton-alerte)' }}>
            {phraseAVerifier(ligne.aVerifier)}
          </Box>
        )}
        {ligne.offerte && (
          <Box component="span" sx={{ ml: 1, color: 'text.secondary' }}>
            Déjà détenue{'\u00a0'}?
          </Box>
        )}
      </Box>
    </Box>
  )
}

/** Where one pièce stands, as icon and word. */
export function EtatPiece({ ligne }: { ligne: Ligne }) {
  const { piece, code, exigence } = ligne
  const controle = estAbsente(ligne) ? null : (piece?.controle ?? 'A_CONTROLER')
  const [icone, ton] = aspectDe(ligne, controle)
  return (
    <Etiquette icone={icone} ton={ton}>
      {motDEtatDePiece({ code, exigence, controle })}
    </Etiquette>
  )
}

function aspectDe({ code, exigence }: Ligne, controle: Controle | null) {
  if (controle === null) return exigence === 'OBLIGATOIRE' ? ABSENTE : NON_DEPOSEE
  return code === null ? A_RECONNAITRE : ASPECT[controle]
}

const ABSENTE = ['cancel', 'depasse'] as const
const NON_DEPOSEE = ['remove', 'neutre'] as const
const A_RECONNAITRE = ['help', 'alerte'] as const
const ASPECT = {
  A_CONTROLER: ['inbox', 'depose'],
  CONFORME: ['check-circle', 'accorde'],
  NON_CONFORME: ['cancel', 'depasse'],
  SANS_OBJET: ['block', 'neutre'],
  DISPENSEE: ['block', 'neutre'],
} as const
