import type { RechercheJournal } from '#ui/journal/journal-recherche'
import { useEnvoi } from '#ui/kit/formulaire/envoi'
import { Formulaire } from '#ui/kit/formulaire/formulaire'

/** Asks for what is looked for, too long to be given at once: it is prepared aside, and found in Rapports. */
export function ExportDuJournal({ cherche }: { cherche: RechercheJournal }) {
  const envoi = useEnvoi({ nom: 'exportJournal', objet: JSON.stringify(cherche) })
  return (
    <Formulaire envoi={envoi} action="/administration/journal/export">
      {Object.entries(cherche).map(([nom, valeur]) => (
        <input key={nom} type="hidden" name={nom} value={valeur} />
      ))}
      <button type="submit" disabled={envoi.state !== 'idle'}>
        Préparer l’export en CSV
      </button>
    </Formulaire>
  )
}
