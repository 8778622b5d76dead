import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button } from '@mui/material'
import { lazy, Suspense, useEffect } from 'react'
import { estOuvrable, type Ouverture } from '#domain/piece/antivirus'
import type { Bloc } from '#domain/pre-projet/lecture/blocs'
import { tailleLisible } from '#libelles/taille'
import { FicheDocument } from '#ui/pre-projet/original/fiche-document'
import type { Lu } from '#ui/pre-projet/original/fiche-lu'
import { MarqueAntivirus } from '#ui/kit/marque-antivirus'
import { useLecture } from '#ui/kit/formulaire/envoi'
import { venir } from '#ui/kit/reprise/code'
import { Icone } from '#ui/kit/icone/icone'

/** What shows pages comes with the first of them. */
const FichePages = lazy(() =>
  venir(() => import('#ui/pre-projet/original/fiche-pages').then((module) => ({ default: module.FichePages }))),
)

export type PieceJointe = { id: string; nom: string; taille: number; typeMime: string; ouverture: Ouverture }

type Apercu =
  | { nature: 'PAGES'; pages: number }
  | { nature: 'IMAGE' }
  | { nature: 'TEXTE'; blocs: Bloc[] }
  | { nature: 'AUCUN'; motif: string }

type Props = { adresse: string; piece: PieceJointe; lu: Lu | null }

/** One file that came with a mail: what can be shown of it, the words a field was read from, and the file itself to save. */
export function FichePiece({ adresse, piece, lu }: Props) {
  const { load, data } = useLecture<Apercu>()
  const src = `${adresse}/pieces/${piece.id}`
  useEffect(() => load(`${src}/apercu`), [load, src])
  const ferme = !estOuvrable(piece.ouverture)
  return (
    <div>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2,
          alignItems: 'center',
          justifyContent: 'space-between',
          mb: 0.5,
        }}
      >
        <Box component="span" sx={{ fontSize: '0.875rem', color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {piece.nom} · {tailleLisible(piece.taille)} <MarqueAntivirus ouverture={piece.ouverture} />
        </Box>
        {!ferme && (
          <Button href={`${src}?telecharger`} download size="small" startIcon={<Icone nom="download" />}>
            Télécharger
          </Button>
        )}
      </Box>
      {data ? <Vue apercu={data} src={src} nom={piece.nom} lu={lu} /> : <EnOuverture nom={piece.nom} />}
    </div>
  )
}

function Vue({ apercu, src, nom, lu }: { apercu: Apercu; src: string; nom: string; lu: Lu | null }) {
  switch (apercu.nature) {
    case 'PAGES':
    case 'IMAGE':
      return (
        <Suspense fallback={<EnOuverture nom={nom} />}>
          <FichePages src={src} nom={nom} pages={apercu.nature === 'PAGES' ? apercu.pages : 1} lu={lu} />
        </Suspense>
      )
    case 'TEXTE':
      return <FicheDocument nom={nom} blocs={apercu.blocs} lu={lu} />
    case 'AUCUN':
      return (
        <Bandeau severity="info">
          Pas d’aperçu{'\u00a0'}: {apercu.motif.charAt(0).toLowerCase() + apercu.motif.slice(1)}
        </Bandeau>
      )
  }
}

const EnOuverture = ({ nom }: { nom: string }) => (
  <Box role="status" aria-label={`Ouverture de ${nom}`}>
    {[90, 70, 80, 60, 75].map((largeur, rang) => (
      <Box key={rang} sx={{ width: `${largeur}%`, height: 17, my: '6px', borderRadius: 1, bgcolor: 'action.hover' }} />
    ))}
  </Box>
)
