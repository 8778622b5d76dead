import BlockOutlined from '@mui/icons-material/BlockOutlined'
import CheckOutlined from '@mui/icons-material/CheckOutlined'
import CloseOutlined from '@mui/icons-material/CloseOutlined'
import { Box, Button, Typography } from '@mui/material'
import { useLocation } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import type { VERDICTS } from '#domain/piece/piece'
import { LIBELLE_CONTROLE, nomDeMotif } from '#libelles/piece/piece'
import { formatInstant } from '#libelles/temps'
import { estRefusee, FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { estPourLaPage } from '#ui/piece/piece-clavier'
import { aUnFichier, champsVises, type Ligne } from '#ui/piece/piece-ligne'
import { PieceMotif } from '#ui/piece/piece-motif'
import { PieceReconnaitre } from '#ui/piece/piece-reconnaitre'
import { useEnvoi } from '#ui/kit/formulaire/envoi'

type Props = { ligne: Ligne; peut: boolean; raccourcis: boolean }

type AvecMotif = 'NON_CONFORME' | 'SANS_OBJET'

/** The officer's verdict on a pièce, by button or by letter; what follows is read aloud and nothing reloads. */
export function PieceControle({ ligne, peut, raccourcis }: Props) {
  const envoi = useEnvoi<Reponse>({ nom: 'motifControle', objet: `${useLocation().pathname}/${ligne.cle}` })
  const [ouvert, setOuvert] = useState<AvecMotif | null>(null)
  const boutons = useRef<HTMLDivElement>(null)
  const busy = envoi.state !== 'idle'
  const depose = aUnFichier(ligne)
  const controle = ligne.piece?.controle
  /** A second press while the first is on its way is not a second control. */
  const envoyer = (choix: (typeof VERDICTS)[number]) => {
    if (busy) return
    envoi.submit({ intent: 'controler', controle: choix, ...champsVises(ligne) })
  }

  const fermer = () => {
    boutons.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus()
    setOuvert(null)
  }
  useEffect(() => {
    if (envoi.state === 'idle' && envoi.data && !estRefusee(envoi.data)) fermer()
  }, [envoi.state, envoi.data])

  useEffect(() => {
    if (!raccourcis || !peut || !depose || ligne.code === null) return
    const onKey = (event: KeyboardEvent) => {
      if (!estPourLaPage(event)) return
      if (event.key.toLowerCase() === 'c') envoyer('CONFORME')
      if (event.key.toLowerCase() === 'n') {
        event.preventDefault()
        setOuvert('NON_CONFORME')
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })

  if (!peut && (controle ?? 'A_CONTROLER') === 'A_CONTROLER') return null
  return (
    <Box sx={{ borderBlock: 1, borderColor: 'divider', py: 1 }}>
      <Verdict ligne={ligne} />
      {peut && (
        <Box ref={boutons} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
          {depose && ligne.code !== null && (
            <>
              <Bouton
                actif={controle === 'CONFORME'}
                inactif={busy}
                onClick={() => envoyer('CONFORME')}
                icone={<CheckOutlined />}
                touche="C"
              >
                Conforme
              </Bouton>
              <Bouton
                actif={controle === 'NON_CONFORME'}
                inactif={busy}
                onClick={() => setOuvert('NON_CONFORME')}
                icone={<CloseOutlined />}
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
              inactif={busy}
              onClick={() => setOuvert('SANS_OBJET')}
              icone={<BlockOutlined />}
              deplie={ouvert === 'SANS_OBJET'}
            >
              Sans objet
            </Bouton>
          )}
          {controle && controle !== 'A_CONTROLER' && (
            <Button size="small" aria-disabled={busy} onClick={() => envoyer('A_CONTROLER')}>
              Annuler le contrôle
            </Button>
          )}
          {depose && <PieceReconnaitre ligne={ligne} />}
        </Box>
      )}
      {ouvert && <PieceMotif key={ouvert} controle={ouvert} ligne={ligne} envoi={envoi} busy={busy} fermer={fermer} />}
      {!ouvert && <FormErreur reponse={envoi.data} />}
    </Box>
  )
}

/** What was said of it, by whom and why. */
function Verdict({ ligne: { piece } }: { ligne: Ligne }) {
  if (!piece || piece.controle === 'A_CONTROLER') return null
  const motif = piece.motif && nomDeMotif(piece.motif)
  const raison = [motif, piece.precision].filter(Boolean).join(' – ')
  return (
    <Typography variant="body2" role="status" sx={{ mb: 1 }}>
      <strong>{LIBELLE_CONTROLE[piece.controle]}</strong>
      {raison && `\u00a0: ${raison}`}
      {piece.controlePar &&
        piece.controleLe &&
        ` · ${piece.controlePar.prenom} ${piece.controlePar.nom}, le ${formatInstant(piece.controleLe)}`}
    </Typography>
  )
}

type BoutonProps = {
  actif: boolean
  inactif: boolean
  onClick: () => void
  icone: React.ReactNode
  touche?: string
  deplie?: boolean
  children: string
}

function Bouton({ actif, inactif, onClick, icone, touche, deplie, children }: BoutonProps) {
  return (
    <Button
      variant={actif ? 'contained' : 'outlined'}
      size="small"
      startIcon={icone}
      aria-disabled={inactif}
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
