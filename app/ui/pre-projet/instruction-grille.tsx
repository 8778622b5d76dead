import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { accorder, compter } from '#domain/nombre'
import { ecrireIndices, type IndiceVu } from '#domain/pre-projet/indices'
import { InstructionQuestion, type QuestionPosee } from '#ui/pre-projet/instruction-question'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { FormErreur, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = {
  questions: QuestionPosee[]
  /** What the facts suggest to the questions that have no answer. */
  indices: readonly IndiceVu[]
  version: number
  adresse: string
  peut: boolean
  /** In a column beside other things: a hint is taken by its own answer, or with all of them. */
  serree?: boolean
}

/** The questions of the première instruction, in the order of the campagne, and all that the facts suggest taken in one act. */
export function InstructionGrille({ questions, indices, version, adresse, peut, serree = false }: Props) {
  const restent = questions.filter(({ donnee }) => !donnee).length
  const envoi = useEnvoi<Reponse>({ nom: 'indices', objet: adresse })
  /** The last hint once taken, its place stays: the questions would come up under the hand. */
  const [enAEu] = useState(indices.length > 0)
  return (
    <Box component="section" aria-labelledby="titre-grille" sx={{ minWidth: 0 }}>
      <Typography variant="h2" id="titre-grille">
        Grille
      </Typography>
      <Typography variant="body2" role="status" sx={{ color: 'text.secondary' }}>
        {restent === 0
          ? 'Toutes les questions ont une réponse.'
          : `${compter(restent, 'question attend', 'questions attendent')} une réponse. Chaque réponse est enregistrée aussitôt.`}
      </Typography>
      {peut && (enAEu || indices.length > 0) && (
        <Box sx={{ mt: 1, minHeight: 32 }}>
          {indices.length > 0 && (
            <Formulaire envoi={envoi} action={adresse}>
              <input type="hidden" name="intent" value="indices" />
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="indices" value={ecrireIndices(indices)} />
              <Button type="submit" variant="outlined" size="small" disabled={envoi.state !== 'idle'}>
                {accorder(indices.length, 'Reprendre l’indice', `Reprendre les ${compter(indices.length, 'indice')}`)}
              </Button>
            </Formulaire>
          )}
        </Box>
      )}
      <FormErreur reponse={envoi.data} />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {questions.map((posee, i) => (
          <InstructionQuestion key={posee.code} rang={i + 1} posee={posee} {...{ adresse, peut, serree }} />
        ))}
      </Box>
    </Box>
  )
}
