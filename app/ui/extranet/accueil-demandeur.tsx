import { Link } from '@remix-run/react'
import { compter } from '#domain/nombre'
import { LONGUEUR_MAX_CORRECTION, peutDemanderCorrection } from '#domain/demandeur/correction'
import type { RoleMembre } from '#domain/ouverture-de-compte/membre'
import { formatTelephone } from '#domain/structure/coordonnees'
import { formatSiret } from '#domain/structure/identifiants'
import css from '#ui/extranet/accueil-demandeur.module.css'
import commun from '#ui/extranet/extranet.module.css'
import { AffinerDemandes, RienDeTel } from '#ui/extranet/affiner-demandes'
import type { Brouillon, DemandeFaite } from '#ui/extranet/accueil/demande-listee'
import { DemandesDeLaStructure } from '#ui/extranet/accueil/demandes-de-la-structure'
import { VosCourriels } from '#ui/extranet/dossier-suivi/courriels-envoyes'
import { FichesInvitees } from '#ui/extranet/demande-en-ligne/fiches-invitees'
import { Faits } from '#ui/extranet/faits'
import { avantDe, RefusResume } from '#ui/extranet/refus-resume'
import { ChampTexte } from '#ui/kit/formulaire/champ-texte'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { erreurDe, type Reponse } from '#ui/kit/formulaire/form-erreur'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

type IdentiteLue = {
  id: string
  nom: string
  sigle: string
  siret: string | null
  adresse: string
  codePostal: string
  commune: string
  telephone: string
  courriel: string
  site: string
  correspondant: string
}

type Attente = { id: string; prenom: string; nom: string }

type Props = {
  structures: readonly { id: string; nom: string }[]
  ici: {
    role: RoleMembre
    peutRemplir: boolean
    identite: IdentiteLue
    demandes: readonly DemandeFaite[]
    affinage: Parameters<typeof AffinerDemandes>[0]['affinage']
    commencees: readonly Brouillon[]
    fiches: Parameters<typeof FichesInvitees>[0]['fiches']
    aRejoindre: readonly Attente[]
  } | null
  recue: Reponse<{ envoyee: boolean }> | undefined
}

/** What a demandeur comes back to: who their structure is, and what it asked. */
export function AccueilDemandeur({ structures, ici, recue }: Props) {
  if (!ici)
    return (
      <>
        <h1>Votre compte</h1>
        <p>
          Votre compte n’est rattaché à aucune structure. <Link to="/extranet/compte">Demandez à en rejoindre une</Link>
          .
        </p>
        <VosCourriels />
      </>
    )
  const { identite, demandes, affinage, commencees, fiches, role, peutRemplir, aRejoindre } = ici
  return (
    <>
      <h1>{identite.nom}</h1>
      {structures.length > 1 && <Structures structures={structures} ici={identite.id} />}
      <Membres structureId={identite.id} aRejoindre={aRejoindre} />
      <h2>Vos demandes de subvention</h2>
      {peutRemplir && (
        <p>
          <Link to={`/extranet/demandes/nouvelle?structure=${identite.id}`} className={commun.bouton}>
            Nouvelle demande
          </Link>
        </p>
      )}
      <FichesInvitees structureId={identite.id} fiches={fiches} />
      {affinage.sur > 0 && <AffinerDemandes structureId={identite.id} affinage={affinage} />}
      {affinage.sur === 0 && <p>Aucune demande de subvention n’est enregistrée pour cette structure.</p>}
      {affinage.sur > 0 &&
        (commencees.length + demandes.length === 0 ? (
          <RienDeTel />
        ) : (
          <DemandesDeLaStructure brouillons={commencees} demandes={demandes} peutRemplir={peutRemplir} />
        ))}
      <VosCourriels />
      <h2>Identité</h2>
      <p>Vérifiez ces informations{'\u00a0'}: elles figurent dans vos demandes.</p>
      <Identite identite={identite} />
      {peutDemanderCorrection(role) && <Correction structureId={identite.id} recue={recue} />}
    </>
  )
}

const Structures = ({ structures, ici }: { structures: Props['structures']; ici: string }) => (
  <nav aria-label="Vos structures">
    <ul className={css.structures}>
      {structures.map(({ id, nom }) => (
        <li key={id}>
          <Link to={`/extranet/accueil?structure=${id}`} aria-current={id === ici ? 'page' : undefined}>
            {nom}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
)

/** The way to who is in the structure; who asks to join it is named first, for who may answer. */
const Membres = ({ structureId, aRejoindre }: { structureId: string; aRejoindre: readonly Attente[] }) => (
  <>
    {aRejoindre.length > 0 && (
      <section aria-label="Demandes pour rejoindre votre structure" className={commun.fait}>
        {compter(aRejoindre.length, 'personne demande', 'personnes demandent')} à rejoindre votre structure{'\u00a0'}:{' '}
        {aRejoindre.map(({ prenom, nom }) => `${prenom} ${nom}`).join(', ')}.{' '}
        <Link to={`/extranet/membres/${structureId}`}>Répondre</Link>
      </section>
    )}
    <p>
      <Link to={`/extranet/membres/${structureId}`}>Membres de la structure</Link>
    </p>
  </>
)

const NON_DIT = 'non renseigné'

function Identite({ identite: { nom, sigle, siret, adresse, ...reste } }: { identite: IdentiteLue }) {
  const lieu = [adresse, [reste.codePostal, reste.commune].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const faits: [string, string][] = [
    ['Raison sociale', nom],
    ['Complément du nom', sigle],
    ['SIRET', siret ? formatSiret(siret) : ''],
    ['Adresse', lieu],
    ['Téléphone', reste.telephone ? formatTelephone(reste.telephone) : ''],
    ['Email', reste.courriel],
    ['Site web', reste.site],
    ['Correspondant', reste.correspondant],
  ]
  return <Faits faits={faits.map(([dit, valeur]) => [dit, valeur || NON_DIT] as const)} />
}

/** Nothing is changed here: what is written reaches the MCEI, who answers it. */
function Correction({ structureId, recue }: { structureId: string; recue: Props['recue'] }) {
  const envoi = useEnvoi<Reponse<{ envoyee: boolean }>>({ nom: 'correction', objet: structureId })
  const reponse = envoi.data ?? recue
  const refus = erreurDe(reponse, 'texte')
  return (
    <section aria-labelledby="titre-correction">
      <h2 id="titre-correction">Une erreur dans ces informations{'\u00a0'}?</h2>
      {reponse?.envoyee && (
        <p role="status" className={commun.fait}>
          Votre demande de correction est envoyée à la mission, qui vous répond par courriel.
        </p>
      )}
      <RefusResume reponse={reponse} questions={[['texte', 'Ce qu’il faut corriger']]} />
      <Formulaire envoi={envoi} className={commun.fiche} noValidate aria-label="Demande de correction">
        <input type="hidden" name="structureId" value={structureId} />
        <div className={commun.question}>
          <ChampTexte
            key={reponse?.envoyee ? 'envoyee' : 'saisie'}
            id="texte"
            name="texte"
            label="Ce qu’il faut corriger"
            defaultValue={reponse?.envoyee ? '' : avantDe(reponse, 'texte')}
            multiline
            minRows={3}
            maxRows={12}
            error={refus !== undefined}
            helperText={refus ?? 'Par exemple\u00a0: notre nouvelle adresse est 4 rue de la Paix, 62300 Lens.'}
            html={{ maxLength: LONGUEUR_MAX_CORRECTION }}
          />
        </div>
        <button type="submit" className={commun.bouton} disabled={envoi.state !== 'idle'}>
          Demander une correction
        </button>
      </Formulaire>
    </section>
  )
}
