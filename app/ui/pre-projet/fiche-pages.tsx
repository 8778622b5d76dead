import NavigateBeforeOutlined from '@mui/icons-material/NavigateBeforeOutlined'
import NavigateNextOutlined from '@mui/icons-material/NavigateNextOutlined'
import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined'
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined'
import ZoomOutOutlined from '@mui/icons-material/ZoomOutOutlined'
import { Box, Stack, Typography } from '@mui/material'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { numeroDe } from '#domain/pre-projet/lecture/surligner'
import { CADRE, type Lu, SURLIGNE } from '#ui/pre-projet/fiche-lu'
import { OutilImage } from '#ui/kit/visionneuse/outil-image'

const ZOOMS = [50, 75, 100, 150, 200, 300]
const PLEIN = 2
/** Pixels asked for: sharp at the width of the frame, sharper once enlarged. */
const LARGEURS = { large: 1_800, simple: 1_000 }

/** Turned around its corner, so that what leaves on one side can be scrolled to on the other. */
const TOURS = [
  {},
  { transform: 'rotate(90deg) translateY(-100%)', transformOrigin: 'top left' },
  { transform: 'rotate(180deg)' },
  { transform: 'rotate(270deg) translateX(-100%)', transformOrigin: 'top left' },
]

type Props = { src: string; nom: string; pages: number; lu: Lu | null }

/** The pages of a document as pictures, one at a time, which can be enlarged and turned; the page a field was read on comes by itself. */
export function FichePages({ src, nom, pages, lu }: Props) {
  const [page, setPage] = useState(1)
  const [rang, setRang] = useState(PLEIN)
  const [quarts, setQuarts] = useState(0)
  const [perdue, setPerdue] = useState(0)
  const cadre = useRef<HTMLDivElement>(null)
  const aller = (voulue: number) => {
    setPage(Math.min(pages, Math.max(1, voulue)))
    cadre.current?.scrollTo({ top: 0 })
  }
  useEffect(() => {
    const lue = lu && numeroDe('page', lu.endroit)
    if (lue) setPage(Math.min(pages, lue))
  }, [lu, pages])
  const touches: Record<string, () => void> = {
    PageDown: () => aller(page + 1),
    PageUp: () => aller(page - 1),
    Home: () => aller(1),
    End: () => aller(pages),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const acte = pages > 1 ? touches[event.key] : undefined
    if (!acte) return
    event.preventDefault()
    acte()
  }
  const largeur = rang > PLEIN ? LARGEURS.large : LARGEURS.simple
  return (
    <div>
      <Stack direction="row" spacing={0.5} role="toolbar" aria-label="Document" sx={{ alignItems: 'center', mb: 0.5 }}>
        {pages > 1 && (
          <>
            <OutilImage titre="Page précédente" onClick={() => aller(page - 1)} inactif={page === 1}>
              <NavigateBeforeOutlined />
            </OutilImage>
            <Typography variant="body2" role="status" sx={{ whiteSpace: 'nowrap' }}>
              Page {page} sur {pages}
            </Typography>
            <OutilImage titre="Page suivante" onClick={() => aller(page + 1)} inactif={page === pages}>
              <NavigateNextOutlined />
            </OutilImage>
          </>
        )}
        <OutilImage titre="Réduire" onClick={() => setRang(rang - 1)} inactif={rang === 0}>
          <ZoomOutOutlined />
        </OutilImage>
        <OutilImage titre="Agrandir" onClick={() => setRang(rang + 1)} inactif={rang === ZOOMS.length - 1}>
          <ZoomInOutlined />
        </OutilImage>
        <OutilImage titre="Tourner d’un quart" onClick={() => setQuarts((quarts + 1) % 4)}>
          <RotateRightOutlined />
        </OutilImage>
      </Stack>
      <MotsLus lu={lu} />
      <Box
        ref={cadre}
        role="region"
        aria-label={`Pages de ${nom}`}
        tabIndex={0}
        onKeyDown={onKeyDown}
        sx={{ ...CADRE, minHeight: 240 }}
      >
        {perdue === page ? (
          <Typography sx={{ p: 2 }}>
            Cette page ne peut pas être montrée{'\u00a0'}: téléchargez le document pour l’examiner.
          </Typography>
        ) : (
          <Box
            component="img"
            src={`${src}/${page}?largeur=${largeur}`}
            alt={pages > 1 ? `${nom}, page ${page}` : nom}
            onError={() => setPerdue(page)}
            sx={{ display: 'block', width: `${ZOOMS[rang]}%`, bgcolor: '#fff', ...TOURS[quarts] }}
          />
        )}
      </Box>
    </div>
  )
}

/** A picture cannot be marked: the words to look for on it are said above. */
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
