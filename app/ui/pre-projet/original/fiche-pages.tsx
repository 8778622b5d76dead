import { Box, Typography } from '@mui/material'
import { useMemo } from 'react'
import { type MotPlace, placerLus } from '#domain/mots-places'
import { numeroDe } from '#domain/pre-projet/lecture/surligner'
import { useOuverture } from '#ui/kit/visionneuse/ouverture'
import { Visionneuse } from '#ui/kit/visionneuse/visionneuse'
import css from '#ui/pre-projet/original/original.module.css'
import { type Lu, SURLIGNE } from '#ui/pre-projet/original/fiche-lu'

type Props = { src: string; nom: string; pages: number; lu: Lu | null }

const PERDUE = 'Cette page ne peut pas être montrée\u00a0: téléchargez le document pour l’examiner.'

/** The pages of a document in the viewer: the page a field was read on comes by itself, its words marked on it. */
export function FichePages({ src, nom, pages, lu }: Props) {
  const { lu: places } = useOuverture<MotPlace[][]>(`${src}/apercu?mots`)
  const mots = useMemo(() => places ?? [], [places])
  const page = lu && numeroDe('page', lu.endroit)
  const marque = useMemo(() => (lu ? placerLus(mots, { mots: lu.mots, page }) : null), [mots, lu, page])
  const marques = useMemo(() => (marque ? [marque] : []), [marque])
  return (
    <>
      {!marque && <MotsLus lu={lu} />}
      <div className={css.pages}>
        <Visionneuse
          src={`${src}/pages`}
          page={marque?.page ?? page ?? 1}
          {...{ nom, pages, mots, marques }}
          touches={false}
          perdue={PERDUE}
        />
      </div>
    </>
  )
}

/** Where the words cannot be pointed at, on a scan, those to look for are said above. */
function MotsLus({ lu }: { lu: Lu | null }) {
  if (!lu?.mots) return null
  return (
    <Typography variant="body2" sx={{ mb: 0.5, overflowWrap: 'anywhere' }}>
      Lu {lu.endroit ? `${lu.endroit}\u00a0` : ''}:{' '}
      <Box component="mark" sx={SURLIGNE}>
        {lu.mots.slice(0, 200)}
      </Box>
    </Typography>
  )
}
