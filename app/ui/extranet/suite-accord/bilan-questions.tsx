import { Link } from '@remix-run/react'
import { useRef } from 'react'
import {
  type ChampBilan,
  CHAMPS_BILAN,
  type ReponseBilanRefusee,
  TEXTE_BILAN_MAX,
  TEXTES_BILAN,
} from '#domain/suite-accord/bilan-rendu'
import { phraseDivergence } from '#libelles/demande-en-ligne/divergence'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { AIDE_BILAN, phraseDuBilan, QUESTION_BILAN } from '#libelles/demandeur/bilan'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import {
  BoutonParDefaut,
  ChoixDeReponse,
  EnregistrementDit,
} from '#ui/extranet/demande-en-ligne/saisie/enregistrement-dit'
import { type Enregistree, useSaisieDEtape } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import commun from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import type { BilanVu } from '#ui/extranet/suite-accord/bilan-vu'
import { CadreBilan } from '#ui/extranet/suite-accord/cadre-bilan'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type BilanGarde = Enregistree<ChampBilan, ReponseBilanRefusee>

type Props = { bilan: BilanVu; recue: Reponse<{ enregistree: BilanGarde }> | undefined }

/** What was done with a grant: kept as it is answered, or by its buttons where the page has no script. */
export function BilanQuestions({ bilan, recue }: Props) {
  const { id, enCours } = bilan
  const envoi = useEnvoi<Reponse<{ enregistree: BilanGarde }>>({ nom: 'bilanEnLigne', objet: id })
  const reponse = envoi.data ?? recue
  const enregistree = reponse?.enregistree
  const form = useRef<HTMLFormElement>(null)
  const occupe = envoi.state !== 'idle'
  const { cleSaisie } = envoi
  const { base, repris, echec, changer, quitter, choisir } = useSaisieDEtape<ChampBilan>({
    ...{ champs: CHAMPS_BILAN, form, cleSaisie, enregistree, data: envoi.data, occupe },
    ...{ reponses: enCours.reponses, version: enCours.version },
  })
  const refusees = enregistree?.refusees ?? enCours.refusees
  return (
    <CadreBilan bilan={bilan} page="BILAN">
      <p>
        Vos réponses sont enregistrées à mesure{'\u00a0'}: vous pouvez revenir plus tard les compléter. Une étoile (*)
        marque ce qu’il faut remplir.
      </p>
      <RefusResume reponse={reponse} questions={[]} />
      <Formulaire
        ref={form}
        envoi={envoi}
        className={css.formulaire}
        noValidate
        aria-label="Ce qui a été fait"
        onChange={changer}
        onBlur={({ relatedTarget }) => {
          // The hand goes to another page.
          if (relatedTarget instanceof HTMLAnchorElement) quitter()
        }}
      >
        <BoutonParDefaut />
        <input type="hidden" name="base" value={JSON.stringify(base)} readOnly />
        <input type="hidden" name="repris" value={repris.join(' ')} readOnly />
        {GROUPES.map(({ titre, champs }) => (
          <fieldset key={titre}>
            <legend>{titre}</legend>
            {champs.map((champ) => (
              <Question
                key={champ}
                champ={champ}
                valeur={enCours.reponses[champ] ?? ''}
                refusee={refusees.find((une) => une.champ === champ)}
                divergence={enregistree?.divergences.find((une) => une.champ === champ)}
                choisir={choisir}
              />
            ))}
          </fieldset>
        ))}
        <EnregistrementDit
          {...{ state: envoi.state, echec, data: envoi.data, le: enregistree?.le, changeLe: enCours.changeLe }}
        />
        <div className={css.pied}>
          <Link to={adresseDuSuivi(id)}>Revenir plus tard</Link>
          <button type="submit" className={`${commun.bouton} ${commun.second}`}>
            Enregistrer
          </button>
          <button type="submit" className={commun.bouton} name="vers" value="FICHIERS">
            Étape suivante
          </button>
        </div>
      </Formulaire>
    </CadreBilan>
  )
}

const GROUPES: readonly { titre: string; champs: readonly ChampBilan[] }[] = [
  { titre: 'Le projet réalisé', champs: ['debut', 'fin', 'participants', 'compteRendu'] },
  { titre: 'Les comptes', champs: ['depense', 'subvention'] },
  { titre: 'Les écarts', champs: ['ecarts'] },
]

type PropsQuestion = {
  champ: ChampBilan
  valeur: string
  refusee: ReponseBilanRefusee | undefined
  divergence: BilanGarde['divergences'][number] | undefined
  choisir: ReturnType<typeof useSaisieDEtape<ChampBilan>>['choisir']
}

function Question({ champ, valeur, refusee, divergence, choisir }: PropsQuestion) {
  const faute = divergence ? phraseDivergence(divergence) : refusee && phraseDuBilan(refusee)
  const long = TEXTES_BILAN.includes(champ)
  return (
    <div className={commun.question}>
      <ChampTexte
        id={champ}
        name={champ}
        label={QUESTION_BILAN[champ]}
        defaultValue={valeur}
        error={faute !== undefined}
        helperText={faute ?? AIDE_BILAN[champ]}
        required={champ !== 'ecarts'}
        {...(long && { multiline: true, minRows: champ === 'compteRendu' ? 8 : 4, maxRows: 24 })}
        html={{
          maxLength: long ? TEXTE_BILAN_MAX : 255,
          ...(champ === 'participants' && { inputMode: 'numeric' as const }),
          ...((champ === 'depense' || champ === 'subvention') && { inputMode: 'decimal' as const }),
        }}
      />
      {divergence && <ChoixDeReponse {...{ divergence, choisir }} question={QUESTION_BILAN[champ]} />}
    </div>
  )
}
