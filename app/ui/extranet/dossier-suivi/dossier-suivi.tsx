import { formatMontant } from '#domain/budget/montant'
import { formatJour } from '#domain/temps/jour'
import {
  adresseDesComplements,
  adresseDuDepot,
  adresseDuRecapitulatif,
  adresseDuRetrait,
  adresseDuSuivi,
} from '#libelles/demandeur/adresses'
import { attendusDe, phraseComplement, PHRASE_MODIFICATION, phraseSeance } from '#libelles/demandeur/suite'
import { SUIVI_DE_L_ETAT } from '#libelles/demandeur/suivi'
import { formatInstant } from '#libelles/temps'
import { CourrielsEnvoyes } from '#ui/extranet/dossier-suivi/courriels-envoyes'
import { BilanDu } from '#ui/extranet/dossier-suivi/bilan-du'
import { ModificationDemandee } from '#ui/extranet/dossier-suivi/modification-demandee'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { Suivi } from '#ui/extranet/dossier-suivi/suivi'
import commun from '#ui/extranet/extranet.module.css'
import { Faits } from '#ui/extranet/faits'
import type { Reponse } from '#ui/kit/formulaire/form-erreur'

type Props = {
  suivi: Suivi
  /** What asking for a change answered; null where the page is only looked at. */
  recue: Reponse<{ demandee: boolean }> | undefined
}

/** What became of a demande: where it stands, what is asked, what may be changed, and every mail about it. */
export function DossierSuivi({ suivi, recue }: Props) {
  const { numero, structure } = suivi
  return (
    <>
      <p>
        <LienDuDemandeur vers={`/extranet/accueil?structure=${structure.id}`}>Retour à vos demandes</LienDuDemandeur>
      </p>
      <h1>{numero ? `Demande ${numero}` : 'Votre demande'}</h1>
      <DossierDit suivi={suivi} />
      <ModificationDemandee suivi={suivi} recue={recue} />
      <CourrielsEnvoyes courriels={suivi.courriels} />
      {suivi.peutRetirer && (
        <section aria-labelledby="retirer">
          <h2 id="retirer">Renoncer à cette demande</h2>
          <p>
            <LienDuDemandeur vers={adresseDuRetrait(suivi.id)}>Retirer ma demande</LienDuDemandeur>
          </p>
        </section>
      )}
    </>
  )
}

/** The same words, whoever reads them. */
export function DossierDit({ suivi }: { suivi: Suivi }) {
  const { id, objet, etat, structure, campagne, aUneLettre } = suivi
  const seance = phraseSeance(suivi)
  const { dit, suite } = SUIVI_DE_L_ETAT[etat]
  const faits: (readonly [string, string])[] = [
    ['Projet', objet],
    ['Structure', structure.nom],
    ['Campagne', campagne.libelle],
    ['Statut', suivi.statutPortail],
    ['Date de dépôt', suivi.deposeLe ? formatJour(suivi.deposeLe) : 'pas encore déposée'],
    ['Montant demandé', formatMontant(suivi.montantDemandeCents)],
    ...(suivi.montantAccordeCents === null
      ? []
      : [['Montant accordé', formatMontant(suivi.montantAccordeCents)] as const]),
  ]
  return (
    <>
      <p role="status" className={commun.fait}>
        <strong>{dit}</strong>. {suite}
        {seance && ` ${seance}`}
      </p>
      {aUneLettre && (
        <p>
          <LienDuDemandeur vers={`${adresseDuSuivi(id)}/lettre`} fichier className={commun.bouton}>
            Lire la lettre de décision (PDF)
          </LienDuDemandeur>
        </p>
      )}
      {suivi.complement && <Demandes suivi={suivi} complement={suivi.complement} />}
      {suivi.bilan && <BilanDu id={id} bilan={suivi.bilan} />}
      {suivi.ouverture && <Rouverte ouverture={suivi.ouverture} peutRemplir={suivi.peutRemplir} />}
      {!suivi.ouverture && suivi.modification && <Modifications modification={suivi.modification} />}
      <Faits faits={faits} />
      {suivi.aUnRecapitulatif && (
        <p>
          <LienDuDemandeur vers={adresseDuDepot(id)}>Voir ce que vous avez déposé</LienDuDemandeur>
          {' · '}
          <LienDuDemandeur vers={adresseDuRecapitulatif(id, { telecharger: true })} fichier>
            Télécharger le récapitulatif de votre dépôt (PDF)
          </LienDuDemandeur>
        </p>
      )}
    </>
  )
}

function Demandes({ suivi, complement }: { suivi: Suivi; complement: NonNullable<Suivi['complement']> }) {
  const attendus = attendusDe(complement)
  return (
    <section aria-labelledby="a-donner">
      <h2 id="a-donner">Ce que la mission vous demande</h2>
      <p>{phraseComplement(complement)}</p>
      <p>
        <LienDuDemandeur vers={adresseDesComplements(suivi.id)} className={commun.bouton}>
          {complement.ici && attendus > 0 ? 'Donner ce qui est demandé' : 'Voir ce qui est demandé'}
        </LienDuDemandeur>
      </p>
    </section>
  )
}

type Ouverte = { ouverture: NonNullable<Suivi['ouverture']>; peutRemplir: boolean }

function Rouverte({ ouverture, peutRemplir }: Ouverte) {
  const { parties, motif, echeance, adresse } = ouverture
  return (
    <section aria-labelledby="rouverte">
      <h2 id="rouverte">Vous pouvez modifier votre demande</h2>
      <p>
        Jusqu’au {formatInstant(echeance)}, vous pouvez changer{'\u00a0'}:
      </p>
      <ul>
        {parties.map((partie) => (
          <li key={partie}>{partie}</li>
        ))}
      </ul>
      <p>
        Pourquoi{'\u00a0'}: {motif}
      </p>
      {adresse === null ? (
        <p>Cette demande a été déposée sur le portail{'\u00a0'}: faites-y vos modifications, puis validez-les.</p>
      ) : (
        peutRemplir && (
          <p>
            <LienDuDemandeur vers={adresse} className={commun.bouton}>
              Modifier la demande
            </LienDuDemandeur>
          </p>
        )
      )}
    </section>
  )
}

const Modifications = ({
  modification: { etat, redeposeeLe },
}: {
  modification: NonNullable<Suivi['modification']>
}) => (
  <p>
    {PHRASE_MODIFICATION[etat]}
    {redeposeeLe && ` Transmises le ${formatInstant(redeposeeLe)}.`}
  </p>
)
