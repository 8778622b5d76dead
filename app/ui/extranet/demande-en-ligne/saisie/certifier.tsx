import { Link } from '@remix-run/react'
import { useRef } from 'react'
import { type ChampEnLigne, CHAMPS_FIXES, type ReponsesEnLigne } from '#domain/demande-en-ligne/etapes'
import { formatJour, type Jour } from '#domain/temps/jour'
import { ATTESTATION } from '#libelles/demande-en-ligne/attestation'
import { adresseDEtape, QUESTION } from '#libelles/demande-en-ligne/demande-en-ligne'
import type { Entete } from '#ui/extranet/demande-en-ligne/cadre-demande'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import { BoutonParDefaut, EnregistrementDit } from '#ui/extranet/demande-en-ligne/saisie/enregistrement-dit'
import { type Enregistree, useSaisieDEtape } from '#ui/extranet/demande-en-ligne/saisie/saisie-d-etape'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import commun from '#ui/extranet/extranet.module.css'
import { RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { Coche } from '#ui/kit/formulaire/coche'
import { type Envoi, useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

export type PropsCertifier = {
  entete: Entete
  version: number
  reponses: ReponsesEnLigne
  /** What is asked, as it is sworn; null where no amount is given that will do. */
  demandeDite: string | null
  aujourdhui: Jour
  changeeLe: Date
  changeePar: string
  recue: Reponse<{ enregistree?: Enregistree }> | undefined
}

/** Nothing of a demande that was opened again is kept of its certification before it is sent again. */
const RIEN: readonly ChampEnLigne[] = []

/** The words of the portal's form (docs/domaine.md § 1.3). Kept as they are written, like the other steps. */
export function Certifier({
  entete,
  version,
  reponses,
  demandeDite,
  aujourdhui,
  changeeLe,
  changeePar,
  recue,
}: PropsCertifier) {
  const envoi = useEnvoi<Reponse<{ enregistree?: Enregistree }>>({ nom: 'validerDemandeEnLigne', objet: entete.id })
  const reponse = envoi.data ?? recue
  const enregistree = reponse?.enregistree
  const form = useRef<HTMLFormElement>(null)
  const { state, data, cleSaisie } = envoi
  const { base, repris, echec, changer, quitter } = useSaisieDEtape({
    champs: entete.ouverture ? RIEN : CHAMPS_FIXES.CERTIFICATION,
    ...{ form, cleSaisie, reponses, version, enregistree, data, occupe: state !== 'idle' },
  })
  const faute = erreurDe(reponse, 'faitA')
  return (
    <>
      <h2>Certification</h2>
      <RefusResume
        reponse={reponse}
        questions={[
          ['faitA', QUESTION.faitA],
          ['certifie', QUESTION.certifie],
        ]}
      />
      <Formulaire
        ref={form}
        envoi={envoi}
        className={css.formulaire}
        noValidate
        aria-label="Certification"
        onChange={entete.ouverture ? undefined : changer}
        onBlur={({ relatedTarget }) => {
          // The hand goes to another page.
          if (relatedTarget instanceof HTMLAnchorElement) quitter()
        }}
      >
        {!entete.ouverture && <BoutonParDefaut name="garder" value="oui" />}
        <input type="hidden" name="base" value={JSON.stringify(base)} readOnly />
        <input type="hidden" name="repris" value={repris.join(' ')} readOnly />
        <input type="hidden" name="version" value={version} />
        <p>
          {entete.structure.nom}
          {'\u00a0'}:
        </p>
        <ul>
          <li>{ATTESTATION}</li>
          {demandeDite && <li>{demandeDite}</li>}
        </ul>
        <fieldset disabled={!entete.peutRemplir}>
          <legend>Vous certifiez</legend>
          <EtoileDite />
          <div className={commun.question}>
            <ChampTexte
              id="faitA"
              name="faitA"
              label={QUESTION.faitA}
              defaultValue={reponses.faitA ?? ''}
              error={faute !== undefined}
              helperText={faute ?? `Le ${formatJour(aujourdhui)}`}
              required
            />
          </div>
          <Coche
            id="certifie"
            name="certifie"
            value="oui"
            label={`${QUESTION.certifie} *`}
            defaultChecked={!entete.ouverture && reponses.certifie === 'oui'}
            refus={erreurDe(reponse, 'certifie')}
            required
          />
        </fieldset>
        <p>
          Cette certification ne vous dispense pas de joindre l’attestation sur l’honneur signée. Le Département peut
          vous demander un extrait de la délibération.
        </p>
        {entete.ouverture ? (
          <>
            <input type="hidden" name="redepot" value="oui" />
            <p>
              En validant, vous transmettez vos changements à la mission et la demande se referme. Votre date de dépôt
              est gardée.
            </p>
          </>
        ) : (
          <p>
            Après validation, la demande ne se modifie plus{'\u00a0'}: un changement se demande depuis la page du
            dossier, et la mission l’accepte ou non.
          </p>
        )}
        {!entete.ouverture && (
          <EnregistrementDit
            {...{ state, echec, data, le: enregistree?.le, changeLe: changeeLe, changePar: changeePar }}
          />
        )}
        {entete.peutRemplir && (
          <Boutons ouverte={entete.ouverture !== null} enVoie={estValidee(envoi)} id={entete.id} />
        )}
      </Formulaire>
    </>
  )
}

/** A deposit is on its way; what is kept meanwhile holds no button. */
const estValidee = ({ state, formData }: Pick<Envoi, 'state' | 'formData'>): boolean =>
  state !== 'idle' && formData?.has('valider') === true

const Boutons = ({ id, ouverte, enVoie }: { id: string; ouverte: boolean; enVoie: boolean }) => (
  <div className={css.pied}>
    {ouverte ? (
      <Link to={adresseDEtape(id, 'PIECES')}>Étape précédente</Link>
    ) : (
      <>
        <button type="submit" className={css.lien} name="vers" value="PIECES">
          Étape précédente
        </button>
        <button type="submit" className={`${commun.bouton} ${commun.second}`} name="garder" value="oui">
          Enregistrer
        </button>
      </>
    )}
    <button type="submit" className={commun.bouton} name="valider" value="oui" disabled={enVoie}>
      {ouverte ? 'Valider de nouveau' : 'Valider'}
    </button>
  </div>
)
