import type { Aspect } from '#ui/kit/icone/etiquette'
import { Dit } from '#ui/kit/dit'
import { Icone } from '#ui/kit/icone/icone'
import { Box, Button, Link as MuiLink, Typography } from '@mui/material'
import { Link } from '@remix-run/react'
import { useId, useState } from 'react'
import { accorder, compter } from '#domain/nombre'
import type { Chose } from '#domain/dossier/reste-a-faire'
import { libelleChose } from '#libelles/dossier/instruction-dossier'

/** More lines than this hide the dossier under what it lacks. */
const MONTREES = 6

const BLOQUE = { icone: 'error', ton: 'depasse', mot: 'Bloquant' } as const
const ALERTE = { icone: 'warning', ton: 'alerte', mot: 'À traiter' } as const
const NOTE = { icone: 'info', ton: 'neutre', mot: 'À savoir' } as const

const ASPECT: Record<Chose['quoi'], Aspect & { mot: string }> = {
  DECISION_A_RELIRE: ALERTE,
  A_NOTIFIER_PAR_COURRIER: BLOQUE,
  COURRIEL_NON_REMIS: { ...ALERTE, icone: 'error', ton: 'depasse' },
  DEMANDE_DEVERROUILLAGE: ALERTE,
  COMPLET_A_REVOIR: BLOQUE,
  COMPLEMENTS_DEPASSES: BLOQUE,
  COMPLEMENTS_ATTENDUS: NOTE,
  PIECE_ABSENTE: BLOQUE,
  PIECE_NON_CONFORME: BLOQUE,
  PIECES_A_RECONNAITRE: ALERTE,
  PIECE_SIGNALEE: ALERTE,
  PIECES_A_CONTROLER: ALERTE,
  ANOMALIES: NOTE,
  DECISION_ATTENDUE: ALERTE,
  PERSONNE_NE_SUIT: NOTE,
}

/** The exact place where this thing is done. */
function lieu(adresse: string, chose: Chose): string | null {
  switch (chose.quoi) {
    case 'DEMANDE_DEVERROUILLAGE':
      return `${adresse}/deverrouillage`
    case 'COURRIEL_NON_REMIS':
      return `/courriels/${chose.courrielId}`
    case 'PIECE_ABSENTE':
    case 'PIECE_NON_CONFORME':
      return `${adresse}/pieces?piece=${chose.code}`
    case 'PIECE_SIGNALEE':
      return `${adresse}/pieces?piece=${chose.pieceId}`
    case 'COMPLEMENTS_ATTENDUS':
    case 'COMPLEMENTS_DEPASSES':
      return `${adresse}/complements`
    case 'PIECES_A_CONTROLER':
    case 'COMPLET_A_REVOIR':
      return `${adresse}/pieces`
    case 'PIECES_A_RECONNAITRE':
      return `${adresse}/pieces?piece=inconnue`
    case 'ANOMALIES':
      return `${adresse}#anomalies`
    case 'DECISION_ATTENDUE':
    case 'DECISION_A_RELIRE':
    case 'A_NOTIFIER_PAR_COURRIER':
      return `${adresse}/decision`
    case 'PERSONNE_NE_SUIT':
      return null
  }
}

/** The compass of the page: what keeps this dossier from moving on, each line one click from where it is done. */
export function DossierResteAFaire({ adresse, choses }: { adresse: string; choses: Chose[] }) {
  const [tout, setTout] = useState(false)
  const titre = useId()
  if (choses.length === 0) return null
  const montrees = tout ? choses : choses.slice(0, MONTREES)
  return (
    <Box
      component="section"
      aria-labelledby={titre}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1.5, py: 1, mb: 1.5 }}
    >
      <Typography id={titre} variant="h2" sx={{ fontSize: '0.9375rem', mb: 0.5 }}>
        Ce qui reste à faire
      </Typography>
      <Box
        component="ul"
        sx={{
          m: 0,
          p: 0,
          listStyle: 'none',
          display: 'grid',
          columnGap: 3,
          rowGap: 0.25,
          gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))',
        }}
      >
        {montrees.map((chose) => (
          <Ligne key={JSON.stringify(chose)} vers={lieu(adresse, chose)} chose={chose} />
        ))}
      </Box>
      {choses.length > MONTREES && (
        <Button size="small" aria-expanded={tout} onClick={() => setTout(!tout)} sx={{ mt: 0.5, ml: -0.5 }}>
          {tout
            ? 'Montrer moins'
            : accorder(
                choses.length - MONTREES,
                'Montrer la dernière',
                `Montrer les ${compter(choses.length - MONTREES, 'autre')}`,
              )}
        </Button>
      )}
    </Box>
  )
}

function Ligne({ chose, vers }: { chose: Chose; vers: string | null }) {
  const { icone, ton, mot } = ASPECT[chose.quoi]
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 1, minHeight: 26, fontSize: '0.875rem' }}>
      <Box component="span" sx={{ display: 'inline-flex', color: `var(--mui-palette-ton-${ton})` }}>
        <Icone nom={icone} />
        <Dit>{mot}</Dit>
      </Box>
      {vers ? (
        <MuiLink component={Link} to={vers} sx={{ py: 0.25 }}>
          {libelleChose(chose)}
        </MuiLink>
      ) : (
        <span>{libelleChose(chose)}</span>
      )}
    </Box>
  )
}
