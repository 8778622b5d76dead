import { Box, Button } from '@mui/material'
import { useEffect, useState } from 'react'
import { LONGUEUR_MAX_TEXTE, REPONSES, type Reponse } from '#domain/pre-projet/grille'
import { LIBELLE_REPONSE } from '#libelles/pre-projet/pre-projet'
import { formatInstant } from '#libelles/temps'
import { ChoixEnLigne } from '#ui/kit/formulaire/choix-en-ligne'
import { useEnregistrement } from '#ui/kit/formulaire/enregistrement'
import { estRefusee, FormErreur, type Reponse as ReponseForm } from '#ui/kit/formulaire/form-erreur'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'

export type QuestionPosee = {
  code: string
  question: string
  donnee: { reponse: Reponse; precision: string; question: string; par: string; le: string } | null
  suggestion: { reponse: Reponse; indice: string } | null
}

/** `vu` is the instant of the answer that was there when this one was begun. */
type Saisie = { reponse: Reponse; precision: string; vu: string | null }

type Props = { rang: number; posee: QuestionPosee; adresse: string; peut: boolean; serree: boolean }

/** One question of the grid: its answer is kept as soon as it is given, its precision as it is written. */
export function InstructionQuestion({ rang, posee, adresse, peut, serree }: Props) {
  const { code, question, donnee, suggestion } = posee
  const [saisie, setSaisie] = useState<Saisie | null>(null)
  const [ouverte, setOuverte] = useState(false)
  const vue = saisie ?? donnee
  const { data, attend } = useEnregistrement<ReponseForm>(adresse, {
    valeur: saisie && { intent: 'repondre', code, reponse: saisie.reponse, precision: saisie.precision },
    identite: { nom: 'question', objet: `${adresse}/${code}` },
    saisie: saisie && { reponse: saisie.reponse, precision: saisie.precision },
    vu: (saisie ? saisie.vu : donnee?.le) ?? '',
    retrouver: ({ reponse, precision = '' }) => {
      const une = REPONSES.find((possible) => possible === reponse)
      if (une) setSaisie({ reponse: une, precision, vu: donnee?.le ?? null })
    },
    delai: saisie && saisie.reponse === donnee?.reponse ? 700 : 0,
  })
  // Once it is kept, what the page shows is what is kept: an answer that a colleague changes later is seen.
  const estGardee = saisie && donnee?.reponse === saisie.reponse && donnee.precision === saisie.precision
  useEffect(() => {
    if (!attend && estGardee) setSaisie(null)
  }, [attend, estGardee])
  const id = `question-${code}`
  // Who was told that the answer had changed answers the one that is there now.
  const saisir = (reponse: Reponse, precision: string) =>
    setSaisie({ reponse, precision, vu: saisie && !estRefusee(data) ? saisie.vu : (donnee?.le ?? null) })
  const repondre = (reponse: Reponse) => saisir(reponse, vue?.precision ?? '')
  return (
    <Box
      component="li"
      data-question={code}
      data-sans-reponse={vue ? undefined : ''}
      data-indice={suggestion?.reponse}
      sx={{ borderBottom: 1, borderColor: 'divider', py: 1 }}
    >
      <ChoixEnLigne
        id={id}
        nom={code}
        legende={`${rang}. ${question}`}
        valeurs={REPONSES}
        choisie={vue?.reponse ?? null}
        libelle={(reponse) => LIBELLE_REPONSE[reponse]}
        onChoix={repondre}
        inactif={!peut}
      />
      <Box sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {suggestion && (
          <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
            <span>
              Indice{serree && `, ${LIBELLE_REPONSE[suggestion.reponse].toLowerCase()}`}
              {'\u00a0'}: {suggestion.indice}
            </span>
            {peut && !vue && !serree && (
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
        {/* Its place is taken as soon as it is answered: what comes later would move the next question under the hand. */}
        {donnee ? (
          <div>
            {donnee.par}, le {formatInstant(new Date(donnee.le))}
            {donnee.question !== question && `, à la question «\u00a0${donnee.question}\u00a0»`}
          </div>
        ) : (
          attend && <div>Enregistrement…</div>
        )}
      </Box>
      {vue && (vue.precision || ouverte || vue.reponse !== 'OUI') ? (
        <ChampTexte
          label="Précision, ajoutée à la réponse"
          value={vue.precision}
          onChange={({ target }) => saisir(vue.reponse, target.value)}
          disabled={!peut}
          multiline
          maxRows={6}
          sx={{ mt: 1 }}
          html={{ maxLength: LONGUEUR_MAX_TEXTE }}
        />
      ) : (
        vue &&
        peut && (
          <Button
            size="small"
            onClick={() => setOuverte(true)}
            sx={{ ml: -0.5, py: 0, minHeight: 24 }}
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
