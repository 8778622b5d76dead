import { Box } from '@mui/material'
import type { ReactNode } from 'react'
import { CHAMPS_DE_SECTION } from '#domain/portail/modification'
import { enteteDe } from '#domain/portail/entetes'
import { Coche } from '#ui/kit/formulaire/coche'
import { nomDePiece } from '#libelles/piece/piece'

/** Single fields and pièces, for who needs to reopen less than a whole part. Folded: whole parts are the usual case. */
export const PartiesPrecises = ({ pieces }: { pieces: string[] }) => (
  <Box component="fieldset" sx={{ border: 0, p: 0, m: 0, minWidth: 0 }}>
    <Box component="legend" sx={{ p: 0, color: 'text.secondary' }}>
      Ou seulement
    </Box>
    <Pli titre="Des champs précis">
      {Object.values(CHAMPS_DE_SECTION)
        .flat()
        .map((champ) => (
          <Coche key={champ} name="champs" value={champ} label={enteteDe(champ)} />
        ))}
    </Pli>
    <Pli titre="Des pièces précises">
      {pieces.map((code) => (
        <Coche key={code} name="pieces" value={code} label={nomDePiece(code)} />
      ))}
    </Pli>
  </Box>
)

const Pli = ({ titre, children }: { titre: string; children: ReactNode }) => (
  <Box component="details" sx={{ '& summary': { cursor: 'pointer', py: 0.75 } }}>
    <summary>{titre}</summary>
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 230px), 1fr))' }}>
      {children}
    </Box>
  </Box>
)
