import RotateRightOutlined from '@mui/icons-material/RotateRightOutlined'
import ZoomInOutlined from '@mui/icons-material/ZoomInOutlined'
import ZoomOutOutlined from '@mui/icons-material/ZoomOutOutlined'
import { Box } from '@mui/material'
import { useState } from 'react'
import { OutilImage } from '#ui/kit/outil-image'

const ZOOMS = [50, 75, 100, 150, 200, 300]

/** An image of a pièce, which can be turned and enlarged: a photographed paper is seldom straight. */
export function PieceImage({ src, nom }: { src: string; nom: string }) {
  const [rang, setRang] = useState(2)
  const [quarts, setQuarts] = useState(0)
  const [illisible, setIllisible] = useState(false)
  if (illisible)
    return (
      <p>Cette image ne peut pas être affichée{'\u00a0'}: elle est peut-être abîmée. Téléchargez-la pour l’examiner.</p>
    )
  return (
    <div>
      <Box role="toolbar" aria-label="Image" sx={{ display: 'flex', flexDirection: 'row', gap: 0.5 }}>
        <OutilImage titre="Réduire" onClick={() => setRang(Math.max(0, rang - 1))} inactif={rang === 0}>
          <ZoomOutOutlined />
        </OutilImage>
        <OutilImage
          titre="Agrandir"
          onClick={() => setRang(Math.min(ZOOMS.length - 1, rang + 1))}
          inactif={rang === ZOOMS.length - 1}
        >
          <ZoomInOutlined />
        </OutilImage>
        <OutilImage titre="Tourner d’un quart" onClick={() => setQuarts((quarts + 1) % 4)}>
          <RotateRightOutlined />
        </OutilImage>
      </Box>
      <Box
        role="region"
        aria-label={`Image ${nom}`}
        tabIndex={0}
        sx={{ overflow: 'auto', maxHeight: '80vh', border: 1, borderColor: 'divider', borderRadius: 1 }}
      >
        <Box
          component="img"
          src={src}
          alt={`Document ${nom}`}
          onError={() => setIllisible(true)}
          sx={{ display: 'block', width: `${ZOOMS[rang]}%`, transform: `rotate(${quarts * 90}deg)` }}
        />
      </Box>
    </div>
  )
}
