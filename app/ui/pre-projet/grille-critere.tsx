import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined'
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined'
import { Box, IconButton } from '@mui/material'
import { CONSEQUENCES, type Critere, LONGUEUR_MAX_TEXTE } from '#domain/pre-projet/grille'
import { LIBELLE_AVIS } from '#libelles/pre-projet/pre-projet'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Bascule } from '#ui/kit/bascule'

type Props = {
  rang: number
  dernier: boolean
  critere: Critere
  onChange: (change: Partial<Critere>) => void
  onDeplacer: (pas: -1 | 1) => void
}

const TEXTES = [
  ['question', 'Question'],
  ['siNon', 'Paragraphe d’un «\u00a0non\u00a0»'],
  ['siAPreciser', 'Paragraphe d’un «\u00a0à préciser\u00a0»'],
] as const

/** One question of the grid, to be edited. */
export function GrilleCritere({ rang, dernier, critere, onChange, onDeplacer }: Props) {
  const n = rang + 1
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider', py: 2 }}>
      <Box role="group" aria-label={`Question ${n}`} sx={{ display: 'grid', gap: 1.5, maxWidth: 880 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
          <strong>Question {n}</strong>
          <IconButton
            size="small"
            disabled={rang === 0}
            onClick={() => onDeplacer(-1)}
            aria-label={`Monter la question ${n}`}
          >
            <ArrowUpwardOutlined fontSize="small" />
          </IconButton>
          <IconButton
            size="small"
            disabled={dernier}
            onClick={() => onDeplacer(1)}
            aria-label={`Descendre la question ${n}`}
          >
            <ArrowDownwardOutlined fontSize="small" />
          </IconButton>
          <Bascule
            texte={critere.actif ? 'Posée' : 'Non posée'}
            active={critere.actif}
            onActive={(actif) => onChange({ actif })}
          />
          <ChampChoix
            label={'Un «\u00a0non\u00a0» conduit à'}
            value={critere.consequence}
            onChange={({ target }) => {
              const consequence = CONSEQUENCES.find((une) => une === target.value)
              if (consequence) onChange({ consequence })
            }}
            sx={{ minWidth: 200 }}
          >
            {CONSEQUENCES.map((consequence) => (
              <option key={consequence} value={consequence}>
                {LIBELLE_AVIS[consequence]}
              </option>
            ))}
          </ChampChoix>
        </Box>
        {TEXTES.map(([champ, label]) => (
          <ChampTexte
            key={champ}
            label={label}
            value={critere[champ]}
            onChange={({ target }) => onChange({ [champ]: target.value })}
            multiline
            html={{ maxLength: LONGUEUR_MAX_TEXTE }}
          />
        ))}
      </Box>
    </Box>
  )
}
