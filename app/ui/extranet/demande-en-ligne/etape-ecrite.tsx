import { useMemo, useRef } from 'react'
import { type ChampEnLigne, champsDEtape } from '#domain/demande-en-ligne/etapes'
import type { Repondues, ReponseRefusee } from '#domain/demande-en-ligne/reponses'
import { reponsesDites } from '#libelles/demande-en-ligne/demande-en-ligne'
import type { ChangementDit } from '#libelles/demande-en-ligne/changement-de-reglement'
import { CadreDemande, type Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import { ChangementDeReglement } from '#ui/extranet/demande-en-ligne/changement-de-reglement'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { AutresPresents } from '#ui/extranet/demande-en-ligne/saisie/autres-presents'
import { BoutonParDefaut, EnregistrementDit } from '#ui/extranet/demande-en-ligne/saisie/enregistrement-dit'
import { Question } from '#ui/extranet/demande-en-ligne/saisie/question'
import { groupesDEtape } from '#libelles/demande-en-ligne/groupes-d-etape'
import { type Enregistree, useSaisieDEtape } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { RefusResume } from '#ui/extranet/refus-resume'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = Repondues & {
  entete: Entete
  etape: 'STRUCTURE' | 'PROJET'
  refusees: readonly ReponseRefusee[]
  version: number
  changeeLe: Date
  changeePar: string
  changement: ChangementDit | null
  recue: Reponse<{ enregistree: Enregistree }> | undefined
  /** What is known of the structure, and is not typed. */
  identite: readonly (readonly [nom: string, valeur: string])[]
  campagne: { code: string; aUnTexte: boolean; faits: readonly (readonly [nom: string, valeur: string])[] }
  /** The answers that may change now: all of them before the deposit. */
  ouverts: readonly ChampEnLigne[]
}

/** A step that is questions: kept as they are answered, or by its buttons where the page has no script. */
export function EtapeEcriteVue({
  entete,
  etape,
  reponses,
  posees,
  refusees,
  changeeLe,
  changeePar,
  version,
  recue,
  ...props
}: Props) {
  const { campagne, changement, identite, ouverts } = props
  const envoi = useEnvoi<Reponse<{ enregistree: Enregistree }>>({ nom: 'etapeEnLigne', objet: `${entete.id} ${etape}` })
  const reponse = envoi.data ?? recue
  const enregistree = reponse?.enregistree
  const form = useRef<HTMLFormElement>(null)
  const occupe = envoi.state !== 'idle'
  const champsDeLEtape = useMemo(() => champsDEtape(etape, posees), [etape, posees])
  const { base, repris, echec, changer, quitter, choisir } = useSaisieDEtape({
    champs: champsDeLEtape,
    form,
    cleSaisie: envoi.cleSaisie,
    reponses,
    version,
    enregistree,
    data: envoi.data,
    occupe,
  })
  const dites = enregistree?.refusees ?? refusees
  const suivante = etape === 'STRUCTURE' ? 'PROJET' : 'PIECES'
  /** Without a script, what is not kept is still in its field. */
  const mienne = (champ: ChampEnLigne) =>
    envoi.data ? undefined : enregistree?.divergences.find((une) => une.champ === champ)?.mienne
  return (
    <CadreDemande entete={entete} etape={etape} presents={<AutresPresents {...entete} etape={etape} />}>
      {etape === 'STRUCTURE' && <Faits faits={identite} />}
      <ChangementDeReglement entete={entete} changement={changement} />
      {etape === 'PROJET' && <Reglement {...campagne} />}
      <p>
        Une étoile (*) marque les questions auxquelles il faut répondre pour déposer. Le reste est enregistré à mesure.
      </p>
      <RefusResume reponse={reponse} questions={[]} />
      <Formulaire
        ref={form}
        envoi={envoi}
        className={css.formulaire}
        noValidate
        aria-label={nomDuFormulaire(etape)}
        onChange={changer}
        onBlur={({ relatedTarget }) => {
          // The hand goes to another page.
          if (relatedTarget instanceof HTMLAnchorElement) quitter()
        }}
      >
        <BoutonParDefaut />
        <input type="hidden" name="base" value={JSON.stringify(base)} readOnly />
        <input type="hidden" name="repris" value={repris.join(' ')} readOnly />
        {groupesOuverts(groupesDEtape(etape, posees), entete.ouverture ? ouverts : null).map(
          ({ titre, aide, champs }) => (
            <fieldset key={titre} disabled={!entete.peutRemplir}>
              <legend>{titre}</legend>
              {aide && <p>{aide}</p>}
              <div className={css.grille}>
                {champs.map((champ) => (
                  <Question
                    key={champ}
                    {...{ champ, posees }}
                    valeur={mienne(champ) ?? reponses[champ] ?? ''}
                    refusee={dites.find((une) => une.champ === champ)}
                    divergence={enregistree?.divergences.find((une) => une.champ === champ)}
                    choisir={choisir}
                  />
                ))}
              </div>
            </fieldset>
          ),
        )}
        {entete.ouverture && <Fermees {...{ etape, ouverts, reponses, posees }} />}
        <EnregistrementDit
          {...{
            state: envoi.state,
            echec,
            data: envoi.data,
            le: enregistree?.le,
            changeLe: changeeLe,
            changePar: changeePar,
          }}
        />
        {entete.peutRemplir && (
          <div className={css.pied}>
            {etape === 'PROJET' && (
              <button type="submit" className={css.lien} name="vers" value="STRUCTURE">
                Étape précédente
              </button>
            )}
            <button type="submit" className={`${commun.bouton} ${commun.second}`}>
              Enregistrer
            </button>
            <button type="submit" className={commun.bouton} name="vers" value={suivante}>
              Étape suivante
            </button>
          </div>
        )}
      </Formulaire>
    </CadreDemande>
  )
}

/** The questions of a step that may be answered now; all of them where `ouverts` is null. */
const groupesOuverts = (groupes: ReturnType<typeof groupesDEtape>, ouverts: Props['ouverts'] | null) =>
  groupes
    .map((groupe) => ({
      ...groupe,
      champs: groupe.champs.filter((champ) => ouverts === null || ouverts.includes(champ)),
    }))
    .filter(({ champs }) => champs.length > 0)

/** What was deposited and is not open: read, and not changed. */
function Fermees({ etape, ouverts, reponses, posees }: Pick<Props, 'etape' | 'ouverts' | 'reponses' | 'posees'>) {
  const fermees = Object.entries(reponses).filter(([champ]) => !ouverts.some((un) => un === champ))
  const dites = reponsesDites(etape, { reponses: Object.fromEntries(fermees), posees })
  return dites.length === 0 ? null : (
    <section aria-labelledby="titre-fermees">
      <h2 id="titre-fermees">Ce qui reste comme vous l’avez déposé</h2>
      <Faits faits={dites} />
    </section>
  )
}

/** What is to be read before it is said to be. */
const Reglement = ({ code, aUnTexte, faits }: Props['campagne']) => (
  <section aria-labelledby="titre-reglement">
    <h2 id="titre-reglement">Le règlement de cette aide</h2>
    <Faits faits={faits} />
    {aUnTexte && (
      <p>
        {/* Beside, not instead: without script, what is typed here and not sent would be lost. */}
        <a href={`/extranet/campagnes/${code}#reglement`} target="_blank" rel="noopener">
          Lire le texte du règlement (nouvelle fenêtre)
        </a>
      </p>
    )}
  </section>
)

const nomDuFormulaire = (etape: Props['etape']): string => (etape === 'STRUCTURE' ? 'Votre structure' : 'Votre projet')
