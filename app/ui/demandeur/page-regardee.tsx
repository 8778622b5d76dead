import type { ComponentProps } from 'react'
import type { PageVue } from '#domain/demandeur/vue-du-demandeur'
import { CHAMPS_BILAN } from '#domain/suite-accord/bilan-rendu'
import { adresseDesComplements, adresseDuBilan, adresseDuDepot, adresseDuSuivi } from '#libelles/demandeur/adresses'
import { QUESTION_BILAN } from '#libelles/demandeur/bilan'
import { adresseDeVue, PAGE_ABSENTE } from '#libelles/demandeur/vue-du-demandeur'
import type { DemandeFaite } from '#ui/extranet/accueil/demande-listee'
import { DemandesDeLaStructure } from '#ui/extranet/accueil/demandes-de-la-structure'
import { ComplementsDemandes } from '#ui/extranet/dossier-suivi/complements-demandes'
import { DepotVu } from '#ui/extranet/dossier-suivi/depot-vu'
import { DossierSuivi } from '#ui/extranet/dossier-suivi/dossier-suivi'
import { EnLectureSeule } from '#ui/extranet/dossier-suivi/lien-du-demandeur'
import type { Suivi } from '#ui/extranet/dossier-suivi/suivi'
import { BilanDonne, Versions } from '#ui/extranet/suite-accord/bilan-donne'
import type { BilanDit } from '#ui/extranet/suite-accord/bilan-vu'
import { CadreBilan } from '#ui/extranet/suite-accord/cadre-bilan'

/** One page of the demandeur: what it holds is under its name, and null where the structure has no such page. */
export type PageDuDemandeur = {
  /** Address of the dossier, and its id. */
  adresse: string
  id: string
  structure: { id: string; nom: string }
  page: PageVue
  suivi: Suivi | null
  depot: ComponentProps<typeof DepotVu> | null
  complements: Pick<ComponentProps<typeof ComplementsDemandes>, 'id' | 'numero' | 'complement'> | null
  bilan: BilanDit | null
  demandes: readonly DemandeFaite[] | null
}

/** Where what the demandeur is led to is looked at; the letter is the one of the dossier. */
const meneesDe = ({ adresse, id, structure }: PageDuDemandeur) => ({
  [adresseDuSuivi(id)]: adresseDeVue(adresse, 'SUIVI'),
  [adresseDuDepot(id)]: adresseDeVue(adresse, 'DEPOT'),
  [adresseDesComplements(id)]: adresseDeVue(adresse, 'COMPLEMENTS'),
  [adresseDuBilan(id)]: adresseDeVue(adresse, 'BILAN'),
  [`/extranet/accueil?structure=${structure.id}`]: adresseDeVue(adresse, 'ACCUEIL'),
  [`${adresseDuSuivi(id)}/lettre`]: `${adresse}/lettre`,
})

/** The very components of the extranet, of which nothing is sent. */
export const PageRegardee = (vue: PageDuDemandeur) => (
  <EnLectureSeule menees={meneesDe(vue)}>
    <Page {...vue} />
  </EnLectureSeule>
)

function Page({ page, suivi, depot, complements, bilan, demandes, structure }: PageDuDemandeur) {
  if (suivi) return <DossierSuivi suivi={suivi} recue={undefined} />
  if (depot) return <DepotVu {...depot} />
  if (complements) return <ComplementsDemandes {...complements} enVol={[]} recue={undefined} />
  if (bilan) return bilan.empechement ? <BilanDonne bilan={bilan} /> : <BilanARendre bilan={bilan} />
  if (demandes) return <Liste nom={structure.nom} demandes={demandes} />
  return page === 'SUIVI' || page === 'ACCUEIL' ? null : (
    <>
      <h1>La structure n’a pas cette page</h1>
      <p>{PAGE_ABSENTE[page]}</p>
    </>
  )
}

/** What is asked of a bilan that may be written in now; what is written of it is shown once it is given. */
const BilanARendre = ({ bilan }: { bilan: BilanDit }) => (
  <CadreBilan bilan={bilan} page="BILAN">
    <p>La structure répond ici à ces questions. Ce qu’elle y écrit se lit une fois le bilan rendu.</p>
    <ul>
      {CHAMPS_BILAN.map((champ) => (
        <li key={champ}>{QUESTION_BILAN[champ]}</li>
      ))}
    </ul>
    <Versions bilan={bilan} />
  </CadreBilan>
)

const Liste = ({ nom, demandes }: { nom: string; demandes: readonly DemandeFaite[] }) => (
  <>
    <h1>{nom}</h1>
    <h2>Vos demandes de subvention</h2>
    <p>
      Les demandes que la structure n’a pas déposées sur l’extranet restent à elle{'\u00a0'}: elles ne sont pas ici.
    </p>
    <DemandesDeLaStructure brouillons={[]} demandes={demandes} peutRemplir />
  </>
)
