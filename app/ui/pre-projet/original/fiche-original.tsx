import type { NatureRecue } from '#domain/courriel-recu/reclassement'
import { Box, Typography } from '@mui/material'
import { Onglets } from '#ui/kit/onglets'
import type { ReactNode } from 'react'
import type { ChampEnregistre } from '#domain/pre-projet/champs'
import { CORPS } from '#domain/pre-projet/fiche'
import { formatInstant } from '#libelles/temps'
import { CourrielContenu } from '#ui/courriel-recu/courriel-contenu'
import type { Lu } from '#ui/pre-projet/original/fiche-lu'
import type { PieceJointe } from '#ui/pre-projet/original/fiche-piece'

export type CourrielRecu = {
  id: string
  de: string
  deNom: string
  sujet: string
  recuLe: Date
  nature: NatureRecue
  version: number
  motifNature: string
  naturePar: string | null
  texte: string
  misEnForme: boolean
  pieces: PieceJointe[]
}

/** The file or the mail that holds what a field was read from, the newest mail first; null when it is not there any more. */
export function vueDe(courriels: CourrielRecu[], fichier: string): string | null {
  if (fichier === CORPS) return courriels[0]?.id ?? null
  for (const { pieces } of courriels) {
    const piece = pieces.find(({ nom }) => nom === fichier)
    if (piece) return piece.id
  }
  return null
}

/** What to open first: where the fiche was read; when nothing was, the file that may be it, a picture to be typed from. */
export function premiereVue(courriels: CourrielRecu[], sources: readonly string[]): string {
  for (const fichier of sources) {
    const vue = vueDe(courriels, fichier)
    if (vue) return vue
  }
  const pieces = courriels[0]?.pieces ?? []
  const image = pieces.find(({ typeMime }) => typeMime === 'application/pdf' || typeMime.startsWith('image/'))
  return (image ?? pieces[0])?.id ?? courriels[0]?.id ?? ''
}

export const luDe = (garde: ChampEnregistre | undefined): Lu | null =>
  garde?.source ? { ...garde.source, mots: garde.texteLu } : null

type Props = {
  adresse: string
  courriels: CourrielRecu[]
  /** The mail or the file shown: its id. */
  vue: string
  onVue: (id: string) => void
  /** What the field looked at was read from. */
  lu: Lu | null
  /** What can be done of the mail that is shown. */
  actes: (courriel: CourrielRecu) => ReactNode
}

/** The mails this fiche came by, whole, newest first: who, when, why it is taken for a fiche, the words, each file. */
export function FicheOriginal({ adresse, courriels, vue, onVue, lu, actes }: Props) {
  const courriel =
    courriels.find(({ id, pieces }) => id === vue || pieces.some((piece) => piece.id === vue)) ?? courriels[0]
  if (!courriel) return <Typography>Aucun courriel n’est rattaché à cette fiche.</Typography>
  const piece = courriel.pieces.find(({ id }) => id === vue)
  const luIci = lu && lu.fichier === (piece?.nom ?? CORPS) ? lu : null
  return (
    <Box component="section" aria-labelledby="titre-courriel" sx={{ minWidth: 0 }}>
      {courriels.length > 1 && (
        <Onglets
          nom="Courriels de cette fiche"
          choisi={courriel.id}
          onChoisir={onVue}
          sx={{ mb: 0.5 }}
          onglets={courriels.map(({ id, recuLe }, rang) => ({
            valeur: id,
            texte: `${rang === 0 ? 'Dernier\u00a0: ' : ''}${formatInstant(recuLe)}`,
          }))}
        />
      )}
      <Box sx={{ display: 'flex', gap: 1, justifyContent: 'space-between', alignItems: 'flex-start' }}>
        <Typography variant="h2" id="titre-courriel" sx={{ fontSize: '1rem', overflowWrap: 'anywhere' }}>
          {courriel.sujet || 'Courriel sans objet'}
        </Typography>
        {actes(courriel)}
      </Box>
      <Entete courriel={courriel} />
      <CourrielContenu
        {...{ adresse, courriel, onVue }}
        original={`${adresse}/courriels/${courriel.id}`}
        apercu={`${adresse}/courriels/${courriel.id}/apercu`}
        vue={piece?.id ?? courriel.id}
        lu={luIci}
      />
    </Box>
  )
}

/** From whom and when, on one line; why it is taken for what it is, behind it. */
function Entete({ courriel: { de, deNom, recuLe, motifNature, naturePar } }: { courriel: CourrielRecu }) {
  return (
    <Box component="details" sx={{ fontSize: '0.8125rem', mb: 0.5, overflowWrap: 'anywhere' }}>
      <summary>
        De{'\u00a0'}: {deNom ? `${deNom} <${de}>` : de} · reçu le {formatInstant(recuLe)}
      </summary>
      <Box sx={{ color: 'text.secondary' }}>
        {motifNature}
        {naturePar && ` Classé par ${naturePar}.`}
      </Box>
    </Box>
  )
}
