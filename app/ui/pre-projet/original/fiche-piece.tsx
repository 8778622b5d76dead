import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button } from '@mui/material'
import { lazy, Suspense } from 'react'
import { estOuvrable, type Ouverture } from '#domain/piece/antivirus'
import type { Apercu } from '#domain/pre-projet/lecture/apercu'
import { tailleLisible } from '#libelles/taille'
import { FicheDocument } from '#ui/pre-projet/original/fiche-document'
import type { Lu } from '#ui/pre-projet/original/fiche-lu'
import { MarqueAntivirus } from '#ui/kit/marque-antivirus'
import { EnOuverture, useOuverture } from '#ui/kit/visionneuse/ouverture'
import { venir } from '#ui/kit/reprise/code'
import { Icone } from '#ui/kit/icone/icone'

/** What shows pages comes with the first of them. */
const FichePages = lazy(() =>
  venir(() => import('#ui/pre-projet/original/fiche-pages').then((module) => ({ default: module.FichePages }))),
)

export type PieceJointe = { id: string; nom: string; taille: number; typeMime: string; ouverture: Ouverture }

type Props = { adresse: string; piece: PieceJointe; lu: Lu | null }

/** One file that came with a mail: what can be shown of it, the words a field was read from, and the file itself to save. */
export function FichePiece({ adresse, piece, lu }: Props) {
  const src = `${adresse}/pieces/${piece.id}`
  const { lu: vu, enPreparation } = useOuverture<Apercu>(`${src}/apercu`)
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
      {vu ? (
        <Vue apercu={vu} src={src} nom={piece.nom} lu={lu} />
      ) : (
        <EnOuverture nom={piece.nom} enPreparation={enPreparation} />
      )}
    </div>
  )
}

function Vue({ apercu, src, nom, lu }: { apercu: Apercu; src: string; nom: string; lu: Lu | null }) {
  switch (apercu.nature) {
    case 'PAGES':
    case 'IMAGE':
      return (
        <Suspense fallback={<EnOuverture nom={nom} enPreparation={false} />}>
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
