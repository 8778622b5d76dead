import { Link } from '@remix-run/react'
import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import { adresseDesFichiersDuBilan, adresseDuBilan } from '#libelles/demandeur/adresses'
import { ATTESTATION_DU_BILAN, phraseDuBilan, QUESTION_BILAN } from '#libelles/demandeur/bilan'
import { phraseDeRendre } from '#libelles/demandeur/rendre-bilan'
import { EtoileDite } from '#ui/extranet/etoile-dite'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import type { TeleversementVu } from '#ui/extranet/demande-en-ligne/envois-en-cours'
import dossier from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import { RefusResume } from '#ui/extranet/refus-resume'
import { Versions } from '#ui/extranet/suite-accord/bilan-donne'
import { FichierDit } from '#ui/extranet/suite-accord/fichier-dit'
import type { BilanVu } from '#ui/extranet/suite-accord/bilan-vu'
import { CadreBilan } from '#ui/extranet/suite-accord/cadre-bilan'
import { Coche } from '#ui/kit/formulaire/coche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type Props = { bilan: BilanVu; enVol: readonly TeleversementVu[]; recue: Reponse | undefined }

/** What is going to be given, as it was read; what is missing; and the button after which nothing changes any more. */
export function BilanCertification({ bilan, enVol, recue }: Props) {
  return (
    <CadreBilan bilan={bilan} page="CERTIFICATION">
      <Manques bilan={bilan} enVol={enVol.filter(({ bloque }) => bloque)} />
      <Resume bilan={bilan} />
      <Rendre bilan={bilan} recue={recue} />
      <Versions bilan={bilan} />
    </CadreBilan>
  )
}

function Manques({ bilan: { id, enCours }, enVol }: Pick<Props, 'bilan' | 'enVol'>) {
  const { aReprendre, refusDesFichiers } = enCours
  if (aReprendre.length === 0 && !refusDesFichiers && enVol.length === 0) return null
  return (
    <section className={commun.refus} aria-labelledby="titre-manques">
      <h2 id="titre-manques">À compléter avant de rendre le bilan</h2>
      <ul>
        {aReprendre.map((une) => (
          <li key={une.champ}>
            <Link to={`${adresseDuBilan(id)}#${une.champ}`}>{QUESTION_BILAN[une.champ]}</Link>
            {'\u00a0'}: {phraseDuBilan(une)}
          </li>
        ))}
        {refusDesFichiers && (
          <li>
            <Link to={adresseDesFichiersDuBilan(id)}>Fichiers</Link>
            {'\u00a0'}: {phraseDeRendre(refusDesFichiers.reason, refusDesFichiers.detail)}
          </li>
        )}
        {enVol.map(({ id: envoi, nomFichier }) => (
          <li key={envoi}>
            <Link to={adresseDesFichiersDuBilan(id)}>Fichiers</Link>
            {'\u00a0'}: {phraseDeRendre('FICHIER_EN_VOL', nomFichier)}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Resume({ bilan: { id, enCours } }: Pick<Props, 'bilan'>) {
  const { donne, reponses, fichiers } = enCours
  return (
    <>
      <h2>Résumé du bilan</h2>
      {donne && (
        <Faits
          faits={[
            [QUESTION_BILAN.debut, formatJour(donne.debut)],
            [QUESTION_BILAN.fin, formatJour(donne.fin)],
            [QUESTION_BILAN.participants, String(donne.participants)],
            [QUESTION_BILAN.depense, formatMontant(donne.depenseCents)],
            [QUESTION_BILAN.subvention, formatMontant(donne.subventionCents)],
          ]}
        />
      )}
      {(['compteRendu', 'ecarts'] as const).map(
        (champ) =>
          reponses[champ] && (
            <section key={champ}>
              <h3>{QUESTION_BILAN[champ]}</h3>
              <p className={dossier.mots}>{reponses[champ]}</p>
            </section>
          ),
      )}
      <h3>Fichiers joints</h3>
      {fichiers.length === 0 ? (
        <p>Aucun fichier n’est joint.</p>
      ) : (
        <ul className={css.fichiers} aria-label="Fichiers joints au bilan">
          {fichiers.map((fichier) => (
            <li key={fichier.id}>
              <FichierDit dossierId={id} fichier={fichier} />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Rendre({ bilan: { id, enCours }, recue }: Pick<Props, 'bilan' | 'recue'>) {
  const envoi = useEnvoi<Reponse>({ nom: 'bilanRendu', objet: id })
  const reponse = envoi.data ?? recue
  const refus = erreurDe(reponse, 'certifie')
  return (
    <>
      <RefusResume reponse={reponse} questions={[['certifie', 'Certification']]} />
      <Formulaire envoi={envoi} className={css.formulaire} noValidate aria-label="Rendre le bilan">
        <input type="hidden" name="version" value={enCours.version} />
        <EtoileDite />
        <Coche id="certifie" name="certifie" value="oui" label={`${ATTESTATION_DU_BILAN} *`} refus={refus} required />
        <p>
          Une fois rendu, le bilan ne se modifie plus{'\u00a0'}: la mission l’examine, et vous demande de le compléter
          s’il le faut.
        </p>
        <div className={css.pied}>
          <Link to={adresseDesFichiersDuBilan(id)}>Étape précédente</Link>
          <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
            Rendre le bilan
          </button>
        </div>
      </Formulaire>
    </>
  )
}
