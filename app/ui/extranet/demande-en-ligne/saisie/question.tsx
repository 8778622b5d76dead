import type { TypeDeChamp } from '#domain/champ-du-service/champ'
import { TEXTE_DU_SERVICE_MAX } from '#domain/champ-du-service/valeur'
import { type ChampEnLigne, type ChampFixe, COCHES } from '#domain/demande-en-ligne/etapes'
import { estQuestionPosee, type QuestionDeCampagne } from '#domain/demande-en-ligne/questions-de-campagne'
import { estObligatoire, LONGUEUR_MAX_REPONSE, type ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { explicationDe, phraseDeRefus, questionDe } from '#libelles/demande-en-ligne/demande-en-ligne'
import { phraseDivergence } from '#libelles/demande-en-ligne/divergence'
import { ChoixDeReponse, PrendreLeMontant } from '#ui/extranet/demande-en-ligne/saisie/enregistrement-dit'
import type { Enregistree, useSaisieDEtape } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import commun from '#ui/extranet/extranet.module.css'
import { ChampChoix } from '#ui/kit/formulaire/champ-choix'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche } from '#ui/kit/formulaire/coche'

const COMPLETIONS: { [C in ChampFixe]?: string } = {
  courriel: 'email',
  telephone: 'tel',
  site: 'url',
  codePostal: 'postal-code',
  commune: 'address-level2',
}

const CHIFFRES: readonly ChampEnLigne[] = [
  'montantDemande',
  'coutTotal',
  'nbParticipants',
  'nouveauSiret',
  'codePostal',
]

type Props = {
  champ: ChampEnLigne
  posees: readonly QuestionDeCampagne[]
  valeur: string
  refusee: ReponseRefusee | undefined
  divergence: Enregistree['divergences'][number] | undefined
  choisir: ReturnType<typeof useSaisieDEtape<ChampEnLigne>>['choisir']
}

/** A question of a step: a box, a list, or a line to write on. */
export function Question({ champ, posees, valeur, refusee, divergence, choisir }: Props) {
  const question = questionDe(champ, posees)
  if (COCHES.includes(champ))
    return <Coche name={champ} value="oui" label={`${question} *`} defaultChecked={valeur !== ''} required />
  const faute = divergence ? phraseDivergence(divergence) : refusee && phraseDeRefus(refusee)
  const posee = posees.find((une) => une.champ === champ)
  const choix = posee && choixOfferts(posee, valeur)
  const lien = {
    ...{ id: champ, name: champ, label: question, defaultValue: valeur, error: faute !== undefined },
    ...{ helperText: faute ?? explicationDe(champ, posees), required: estObligatoire(champ, posees) },
  }
  return (
    <div className={commun.question}>
      {choix ? (
        <ChampChoix {...lien}>
          <option value="">Choisissez</option>
          {choix.map((un) => (
            <option key={un} value={un}>
              {un}
            </option>
          ))}
        </ChampChoix>
      ) : (
        <ChampTexte
          {...lien}
          {...(!estQuestionPosee(champ) && COMPLETIONS[champ] && { autoComplete: COMPLETIONS[champ] })}
          html={{
            maxLength: posee ? TEXTE_DU_SERVICE_MAX : LONGUEUR_MAX_REPONSE,
            ...(clavierDe(champ, posee) && { inputMode: clavierDe(champ, posee) }),
          }}
        />
      )}
      {!divergence && refusee?.detail && <PrendreLeMontant champ={champ} montant={refusee.detail} />}
      {divergence && <ChoixDeReponse {...{ divergence, choisir, question }} />}
    </div>
  )
}

/** What there is to choose from; an answer that the list no longer has stays there, to be read. Undefined where nothing is. */
function choixOfferts({ type, choix }: QuestionDeCampagne, valeur: string): readonly string[] | undefined {
  if (type !== 'OUI_NON' && type !== 'LISTE') return undefined
  const offerts = type === 'OUI_NON' ? ['Oui', 'Non'] : choix
  return valeur === '' || offerts.includes(valeur) ? offerts : [...offerts, valeur]
}

const CLAVIERS: { [T in TypeDeChamp]?: 'decimal' } = { NOMBRE: 'decimal', MONTANT: 'decimal' }

/** The keyboard of a phone: figures alone where nothing else is taken. */
const clavierDe = (champ: ChampEnLigne, posee: QuestionDeCampagne | undefined): 'numeric' | 'decimal' | undefined =>
  CHIFFRES.includes(champ) ? 'numeric' : posee && CLAVIERS[posee.type]
