import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { ChampChoix, RienDeChoisi } from '#ui/kit/formulaire/champ-choix'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type ChoixDeBudget = {
  versionId: string
  /** The budgets of the workbook, each by its sheet, its title and its cells. */
  feuilles: readonly string[]
  /** The one an officer chose; null when nobody was asked. */
  choisie: string | null
  /** The one that is shown; null when none is. */
  lue: string | null
}

/** Asks which of the budgets of a workbook is that of the project. */
export function BudgetChoix({ versionId, feuilles, choisie, lue }: ChoixDeBudget) {
  const envoi = useEnvoi<Reponse>({ nom: 'budgetChoisi', objet: versionId })
  const [feuille, setFeuille] = useState('')
  return (
    <Formulaire envoi={envoi} aria-label="Budget du projet">
      <input type="hidden" name="versionId" value={versionId} />
      <input type="hidden" name="choisie" value={choisie ?? ''} />
      <FormErreur reponse={envoi.data} />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, alignItems: 'flex-end', mt: 1 }}>
        <ChampChoix
          name="feuille"
          label="Budget du projet"
          value={feuille}
          onChange={({ target }) => setFeuille(target.value)}
          sx={{ minWidth: 240, flex: '0 1 360px' }}
        >
          <RienDeChoisi />
          {feuilles.map((nom) => (
            <option key={nom} value={nom} disabled={nom === lue}>
              {nom === lue ? `${nom} (lu)` : nom}
            </option>
          ))}
        </ChampChoix>
        <Button type="submit" variant="outlined" disabled={envoi.state !== 'idle' || feuille === ''}>
          Lire ce budget
        </Button>
      </Box>
    </Formulaire>
  )
}
