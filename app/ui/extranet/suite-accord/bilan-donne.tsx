import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import { adresseDuSuivi } from '#libelles/demandeur/adresses'
import { QUESTION_BILAN } from '#libelles/demandeur/bilan'
import { formatInstant } from '#libelles/temps'
import css from '#ui/extranet/demande-en-ligne/demande-en-ligne.module.css'
import dossier from '#ui/extranet/dossier-suivi/dossier-suivi.module.css'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import type { BilanDit, VersionRendue } from '#ui/extranet/suite-accord/bilan-vu'
import { Attendu } from '#ui/extranet/suite-accord/cadre-bilan'
import { FichierDit } from '#ui/extranet/suite-accord/fichier-dit'

/** A bilan that is not written in now: why, and what was given of it. */
export function BilanDonne({ bilan }: { bilan: BilanDit }) {
  const { id, numero, etat, recuLe, empechementDit } = bilan
  return (
    <>
      <p>
        <LienDuDemandeur vers={adresseDuSuivi(id)}>Retour à la demande{numero && ` ${numero}`}</LienDuDemandeur>
      </p>
      <h1>Le bilan de votre subvention</h1>
      {recuLe === null || etat === 'A_COMPLETER' ? (
        <Attendu bilan={bilan} />
      ) : (
        <p role="status" className={commun.fait}>
          {etat === 'CONFORME' ? 'La mission a jugé ce bilan conforme.' : 'La mission examine ce bilan.'} Reçu le{' '}
          {formatJour(recuLe)}.
        </p>
      )}
      {empechementDit && <p>{empechementDit}</p>}
      <Versions bilan={bilan} />
    </>
  )
}

/** Each version that was given, the last first. */
export function Versions({ bilan: { id, rendus } }: { bilan: BilanDit }) {
  if (rendus.length === 0) return null
  return (
    <section aria-labelledby="deja-rendu">
      <h2 id="deja-rendu">Ce que vous avez rendu</h2>
      {rendus.map((version) => (
        <details key={version.rang} className={dossier.courriel} open={version.rang === rendus[0]?.rang}>
          <summary>
            Bilan rendu le {formatInstant(version.renduLe)} par {version.renduPar}
            {rendus.length > 1 && ` (version ${version.rang})`}
          </summary>
          <Rendue dossierId={id} version={version} />
        </details>
      ))}
    </section>
  )
}

function Rendue({ dossierId, version }: { dossierId: string; version: VersionRendue }) {
  return (
    <>
      <Faits
        faits={[
          [QUESTION_BILAN.debut, formatJour(version.debut)],
          [QUESTION_BILAN.fin, formatJour(version.fin)],
          [QUESTION_BILAN.participants, String(version.participants)],
          [QUESTION_BILAN.depense, formatMontant(version.depenseCents)],
          [QUESTION_BILAN.subvention, formatMontant(version.subventionCents)],
        ]}
      />
      <h3>{QUESTION_BILAN.compteRendu}</h3>
      <p className={dossier.mots}>{version.compteRendu}</p>
      {version.ecarts && (
        <>
          <h3>{QUESTION_BILAN.ecarts}</h3>
          <p className={dossier.mots}>{version.ecarts}</p>
        </>
      )}
      <ul className={css.fichiers} aria-label={`Fichiers du bilan, version ${version.rang}`}>
        {version.fichiers.map((fichier) => (
          <li key={fichier.id}>
            <FichierDit dossierId={dossierId} fichier={fichier} />
          </li>
        ))}
      </ul>
    </>
  )
}
