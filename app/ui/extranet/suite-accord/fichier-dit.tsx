import { codeFichierBilan } from '#domain/suite-accord/fichier-de-bilan'
import { adresseDeFichierDeBilan } from '#libelles/demandeur/adresses'
import { LIBELLE_FICHIER_BILAN } from '#libelles/suite-accord/fichier-de-bilan'
import { tailleLisible } from '#libelles/taille'
import { formatInstant } from '#libelles/temps'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { FichierVu } from '#ui/extranet/suite-accord/bilan-vu'

/** A file of a bilan, and how it is read; one that the antivirus locked is given to nobody. */
export function FichierDit({ dossierId, fichier }: { dossierId: string; fichier: FichierVu }) {
  const { id, code, nomFichier, taille, recueLe, par, seMontre, infecte } = fichier
  const connu = codeFichierBilan(code)
  return (
    <>
      <span>
        {connu && LIBELLE_FICHIER_BILAN[connu]}
        {'\u00a0'}: {nomFichier} ({tailleLisible(taille)}), reçu le {formatInstant(recueLe)} de {par}
      </span>
      {infecte && <strong>Ce fichier contient un virus{'\u00a0'}: il est bloqué.</strong>}
      {!infecte && seMontre && (
        <LienDuDemandeur
          fichier
          vers={adresseDeFichierDeBilan(dossierId, id)}
          target="_blank"
          rel="noreferrer"
          aria-label={`Voir ${nomFichier} (nouvel onglet)`}
        >
          Voir
        </LienDuDemandeur>
      )}
      {!infecte && (
        <LienDuDemandeur
          fichier
          vers={adresseDeFichierDeBilan(dossierId, id, { telecharger: true })}
          aria-label={`Télécharger ${nomFichier}`}
        >
          Télécharger
        </LienDuDemandeur>
      )}
    </>
  )
}
