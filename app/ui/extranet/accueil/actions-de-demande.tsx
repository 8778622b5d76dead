import { adresseDEtape } from '#libelles/demande-en-ligne/demande-en-ligne'
import { adresseDuDepot, adresseDuRecapitulatif, adresseDuSuivi } from '#libelles/demandeur/adresses'
import css from '#ui/extranet/accueil-demandeur.module.css'
import type { DemandeFaite } from '#ui/extranet/accueil/demande-listee'
import { LienDuDemandeur } from '#ui/extranet/dossier-suivi/lien-du-demandeur'

type Lien = {
  vers: string
  dit: string
  /** The same with what it is about: a list of links is read without its lines. */
  quoi: string
  /** It is a file, or a page of elsewhere. */
  ailleurs?: boolean
}

const Actions = ({ liens, children }: { liens: readonly Lien[]; children?: React.ReactNode }) => (
  <ul className={css.actions}>
    {liens.map(({ vers, dit, quoi, ailleurs }) => (
      <li key={dit}>
        <LienDuDemandeur vers={vers} fichier={ailleurs ?? false} aria-label={quoi}>
          {dit}
        </LienDuDemandeur>
      </li>
    ))}
    {children}
  </ul>
)

/** What is done with what is begun; who only reads looks at it. */
export function ActionsDeBrouillon({ id, objet, peutRemplir }: { id: string; objet: string; peutRemplir: boolean }) {
  const quoi = objet || 'la demande sans intitulé'
  const liens: Lien[] = [
    { vers: adresseDEtape(id, 'CERTIFICATION'), dit: 'Visualiser', quoi: `Visualiser ${quoi}` },
    ...(peutRemplir
      ? [{ vers: `/extranet/demandes/${id}/supprimer`, dit: 'Supprimer', quoi: `Supprimer ${quoi}` }]
      : []),
  ]
  const modifier = { vers: adresseDEtape(id, 'STRUCTURE'), dit: 'Modifier', quoi: `Modifier ${quoi}` }
  return <Actions liens={peutRemplir ? [modifier, ...liens] : liens} />
}

/** What is done with what is deposited; of what was deposited on the portal, where its answers are. */
export function ActionsDeDemande(une: DemandeFaite) {
  const { id, numero, objet, aUnRecapitulatif, portail, modifier, completer } = une
  const quoi = `la demande ${numero ?? objet}`
  const recapitulatif = `le récapitulatif de ${quoi} (PDF)`
  const liens: Lien[] = [
    { vers: adresseDuSuivi(id), dit: 'Suivre', quoi: `Suivre ${quoi}` },
    ...(modifier ? [{ vers: modifier, dit: 'Modifier', quoi: `Modifier ${quoi}` }] : []),
    ...(completer ? [{ vers: completer, dit: 'Compléter', quoi: `Compléter ${quoi}` }] : []),
    ...(portail
      ? [{ vers: portail, dit: 'Ouvrir le portail', quoi: `Ouvrir le portail, où est ${quoi}`, ailleurs: true }]
      : []),
    ...(aUnRecapitulatif
      ? [
          { vers: adresseDuDepot(id), dit: 'Visualiser', quoi: `Visualiser ${quoi}` },
          { vers: adresseDuRecapitulatif(id), dit: 'Imprimer', quoi: `Imprimer ${recapitulatif}`, ailleurs: true },
          {
            vers: adresseDuRecapitulatif(id, { telecharger: true }),
            dit: 'Télécharger',
            quoi: `Télécharger ${recapitulatif}`,
            ailleurs: true,
          },
        ]
      : []),
  ]
  return (
    <Actions liens={liens}>
      {portail && (
        <li className={css.suite}>
          {numero === null
            ? 'Elle se modifie et se dépose sur le portail.'
            : 'Elle se visualise, s’imprime et se télécharge sur le portail, où elle a été déposée.'}
        </li>
      )}
      {!portail && !aUnRecapitulatif && (
        <li className={css.suite}>Son récapitulatif n’est pas gardé ici{'\u00a0'}: demandez-le à la mission.</li>
      )}
    </Actions>
  )
}
