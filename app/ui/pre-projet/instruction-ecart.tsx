import { Bandeau } from '#ui/kit/bandeau'
import { Box, Button } from '@mui/material'
import { differences, recomposer } from '#domain/pre-projet/lecture/recomposition'

type Props = {
  corps: string
  avant: string
  apres: string
  /** The text to go on with, and what the answers gave when it was agreed to. */
  onChoix: (corps: string) => void
}

const SIGNE = { AJOUT: '+ ', RETRAIT: '− ', GARDE: '' } as const
const DIT = { AJOUT: 'ajouté', RETRAIT: 'retiré', GARDE: 'inchangé' } as const

/** The answers changed after the officer edited the reply: what they add and take away, and three ways to go on. */
export function InstructionEcart({ corps, avant, apres, onChoix }: Props) {
  return (
    <Bandeau severity="info" marges="mb2">
      Les réponses ont changé depuis que vous avez modifié ce texte. Votre texte est intact. Voici ce qui changerait
      {'\u00a0'}:
      <Box component="ul" sx={{ listStyle: 'none', m: 0, my: 1, p: 0 }}>
        {differences(avant, apres)
          .filter(({ sorte }) => sorte !== 'GARDE')
          .map(({ sorte, texte }) => (
            <Box
              component="li"
              key={`${sorte} ${texte}`}
              sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', py: 0.25 }}
            >
              {SIGNE[sorte]}
              <strong>{DIT[sorte]}</strong>
              {'\u00a0'}: {sorte === 'RETRAIT' ? <s>{texte}</s> : texte}
            </Box>
          ))}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button size="small" variant="outlined" onClick={() => onChoix(recomposer(corps, avant, apres))}>
          Mettre à jour en gardant mes mots
        </Button>
        <Button size="small" onClick={() => onChoix(corps)}>
          Garder mon texte
        </Button>
        <Button size="small" onClick={() => onChoix(apres)}>
          Tout recomposer
        </Button>
      </Box>
    </Bandeau>
  )
}
