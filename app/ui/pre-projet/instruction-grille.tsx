import { Box, Typography } from '@mui/material'
import { compter } from '#domain/nombre'
import { InstructionQuestion, type QuestionPosee } from '#ui/pre-projet/instruction-question'

/** The questions of the première instruction, in the order of the campagne. */
export function InstructionGrille({
  questions,
  adresse,
  peut,
}: {
  questions: QuestionPosee[]
  adresse: string
  peut: boolean
}) {
  const restent = questions.filter(({ donnee }) => !donnee).length
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
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {questions.map((posee, i) => (
          <InstructionQuestion key={posee.code} rang={i + 1} posee={posee} adresse={adresse} peut={peut} />
        ))}
      </Box>
    </Box>
  )
}
