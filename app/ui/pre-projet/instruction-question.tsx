import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { LONGUEUR_MAX_TEXTE, REPONSES, type Reponse } from '#domain/pre-projet/grille'
import { LIBELLE_REPONSE } from '#libelles/pre-projet/pre-projet'
import { formatInstant } from '#libelles/temps'
import { ChoixEnLigne } from '#ui/bannette/choix-en-ligne'
import { useEnregistrement } from '#ui/kit/formulaire/enregistrement'
import { FormErreur, type Reponse as ReponseForm } from '#ui/kit/formulaire/form-erreur'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

export type QuestionPosee = {
  code: string
  question: string
  donnee: { reponse: Reponse; precision: string; question: string; par: string; le: string } | null
  suggestion: { reponse: Reponse; indice: string } | null
}

type Saisie = { reponse: Reponse; precision: string }

type Props = { rang: number; posee: QuestionPosee; adresse: string; peut: boolean }

/** One question of the grid: its answer is kept as soon as it is given, its precision as it is written. */
export function InstructionQuestion({ rang, posee, adresse, peut }: Props) {
  const { code, question, donnee, suggestion } = posee
  const [saisie, setSaisie] = useState<Saisie | null>(null)
  const [ouverte, setOuverte] = useState(false)
  const vue: Saisie | null = saisie ?? donnee
  const { data, attend } = useEnregistrement<ReponseForm>(adresse, {
    valeur: saisie && { intent: 'repondre', code, vu: donnee?.le ?? '', ...saisie },
    garde: null,
    identite: { nom: 'question', objet: `${adresse}/${code}` },
    saisie,
    vu: donnee?.le ?? '',
    retrouver: ({ reponse, precision = '' }) => {
      const une = REPONSES.find((possible) => possible === reponse)
      if (une) setSaisie({ reponse: une, precision })
    },
    delai: saisie && saisie.reponse === donnee?.reponse ? 700 : 0,
  })
  const id = `question-${code}`
  const repondre = (reponse: Reponse) => setSaisie({ reponse, precision: vue?.precision ?? '' })
  return (
    <Box component="li" sx={{ borderBottom: 1, borderColor: 'divider', py: 1.5 }}>
      <ChoixEnLigne
        id={id}
        nom={code}
        legende={`${rang}. ${question}`}
        valeurs={REPONSES}
        choisie={vue?.reponse ?? null}
        libelle={(reponse) => LIBELLE_REPONSE[reponse]}
        onChoix={repondre}
        inactif={!peut}
        sx={{ width: 1 }}
        sxLegende={{ color: 'text.primary', fontWeight: 600, '&.Mui-focused': { color: 'text.primary' } }}
      />
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {suggestion && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
            <span>
              Indice{'\u00a0'}: {suggestion.indice}
            </span>
            {peut && !vue && (
              <Button
                size="small"
                onClick={() => repondre(suggestion.reponse)}
                aria-label={`Répondre «\u00a0${LIBELLE_REPONSE[suggestion.reponse]}\u00a0» à la question ${rang}`}
              >
                Répondre «{'\u00a0'}
                {LIBELLE_REPONSE[suggestion.reponse]}
                {'\u00a0'}»
              </Button>
            )}
          </Box>
        )}
        {donnee && (
          <div>
            {donnee.par}, le {formatInstant(new Date(donnee.le))}
            {donnee.question !== question && `, à la question «\u00a0${donnee.question}\u00a0»`}
          </div>
        )}
      </Box>
      {vue && (vue.precision || ouverte || vue.reponse !== 'OUI') ? (
        <ChampTexte
          label="Précision, ajoutée à la réponse"
          value={vue.precision}
          onChange={({ target }) => setSaisie({ reponse: vue.reponse, precision: target.value })}
          disabled={!peut}
          multiline
          fullWidth
          maxRows={6}
          size="small"
          sx={{ mt: 1 }}
          slotProps={{ htmlInput: { maxLength: LONGUEUR_MAX_TEXTE } }}
        />
      ) : (
        vue &&
        peut && (
          <Button
            size="small"
            onClick={() => setOuverte(true)}
            sx={{ ml: -0.5 }}
            aria-label={`Préciser la question ${rang}`}
          >
            Préciser
          </Button>
        )
      )}
      {!attend && <FormErreur enEcrivant reponse={data} onClose={() => setSaisie(null)} />}
    </Box>
  )
}
