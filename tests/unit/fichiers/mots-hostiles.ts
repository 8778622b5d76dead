/** Words that would be marks or code, were they read as Typst. */
export const HOSTILES = [
  '#panic("x")',
  '#read("/etc/passwd")',
  '$ x^2 $ *gras* _penche_ `code` <a> @b \\ // ~ --- = Titre',
  '"}, "objet": "autre',
  '] #let a = 1 [',
]
