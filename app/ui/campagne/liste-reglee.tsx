import { Box, Button } from '@mui/material'
import type { ReactNode } from 'react'
import type { Envoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Fields and their button, side by side while there is room. */
const LIGNE = { display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'flex-start' } as const

type Champs = { envoi: Envoi<Reponse>; nom: string; champs: readonly string[]; children: ReactNode }

/** One more, after the others. */
export const AjoutRegle = ({ envoi, nom, champs, children }: Champs) => (
  <Formulaire envoi={envoi} aria-label={nom}>
    <FormErreur reponse={envoi.data} champs={champs} />
    <Box sx={LIGNE}>
      {children}
      <Button type="submit" name="intent" value="ajouter" variant="contained" disabled={envoi.state !== 'idle'}>
        Ajouter
      </Button>
    </Box>
  </Formulaire>
)

/** What a campagne was given, in its order. */
export const ListeReglee = ({ nom, children }: { nom: string; children: ReactNode }) => (
  <Box component="ol" aria-label={nom} sx={{ m: 0, mt: 2, p: 0, listStyle: 'none' }}>
    {children}
  </Box>
)

/** An act that a button alone says. */
type ActeDePlace = { intent: 'monter' | 'descendre' | 'archiver' | 'reprendre'; verbe: string }

/** Where it may be moved from here, and whether it is put away or taken up again. */
export const actesDePlace = ({
  premier,
  dernier,
  archive,
}: {
  premier: boolean
  dernier: boolean
  archive: boolean
}) => [
  ...(premier ? [] : [{ intent: 'monter', verbe: 'Monter' } as const]),
  ...(dernier ? [] : [{ intent: 'descendre', verbe: 'Descendre' } as const]),
  archive ? ACTE_DE_RANGEMENT.reprendre : ACTE_DE_RANGEMENT.archiver,
]

export const ACTE_DE_RANGEMENT = {
  archiver: { intent: 'archiver', verbe: 'Archiver' },
  reprendre: { intent: 'reprendre', verbe: 'Reprendre' },
} as const satisfies Record<string, ActeDePlace>

type Element = {
  /** What it is called, in the names of its buttons. */
  nom: string
  /** Its id and its version, as hidden fields. */
  vise: ReactNode
  tete: ReactNode
  place: { envoi: Envoi<Reponse>; nom: string; actes: readonly ActeDePlace[] }
  changement: Champs & { resume: string }
}

/** One of them: what it is, its place, and what it may become. */
export function ElementRegle({ nom, vise, tete, place, changement }: Element) {
  const occupe = place.envoi.state !== 'idle' || changement.envoi.state !== 'idle'
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
      <Box sx={{ ...LIGNE, alignItems: 'center' }}>
        {tete}
        <Formulaire envoi={place.envoi} aria-label={place.nom}>
          {vise}
          {place.actes.map(({ intent, verbe }) => (
            <Button
              key={intent}
              type="submit"
              name="intent"
              value={intent}
              size="small"
              disabled={occupe}
              aria-label={`${verbe} ${nom}`}
            >
              {verbe}
            </Button>
          ))}
          <FormErreur reponse={place.envoi.data} />
        </Formulaire>
      </Box>
      <details>
        <Box component="summary" sx={{ cursor: 'pointer', py: 0.5, fontSize: '0.875rem' }}>
          {changement.resume}
        </Box>
        <Formulaire envoi={changement.envoi} aria-label={changement.nom}>
          {vise}
          <FormErreur reponse={changement.envoi.data} champs={changement.champs} />
          <Box sx={{ ...LIGNE, mt: 1 }}>
            {changement.children}
            <Button type="submit" name="intent" value="modifier" variant="outlined" disabled={occupe}>
              Enregistrer
            </Button>
          </Box>
        </Formulaire>
      </details>
    </Box>
  )
}
