
'use strict';
(function () {
  var filter = document.getElementById('filter');
  var found = Array.from(document.querySelectorAll('[data-find]'));
  if (filter) {
    filter.addEventListener('input', function () {
      var wanted = filter.value.trim().toLowerCase();
      found.forEach(function (element) {
        element.hidden = !element.getAttribute('data-find').includes(wanted);
      });
    });
  }
  function key(row, place) {
    var text = row.children[place].getAttribute('data-key');
    var number = Number(text);
    return Number.isNaN(number) ? text : number;
  }
  document.querySelectorAll('table.sortable').forEach(function (table) {
    table.querySelectorAll('th[data-sort]').forEach(function (head) {
      var button = document.createElement('button');
      button.type = 'button';
      button.textContent = head.textContent;
      head.textContent = '';
      head.append(button);
      button.addEventListener('click', function () {
        var up = head.getAttribute('aria-sort') !== 'ascending';
        var place = Array.from(head.parentNode.children).indexOf(head);
        var body = table.tBodies[0];
        var rows = Array.from(body.rows);
        rows.sort(function (left, right) {
          var a = key(left, place);
          var b = key(right, place);
          return (a > b ? 1 : a === b ? 0 : -1) * (up ? 1 : -1);
        });
        table.querySelectorAll('th[aria-sort]').forEach(function (other) {
          other.removeAttribute('aria-sort');
        });
        head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
        body.append.apply(body, rows);
      });
    });
  });
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (details) {
      details.open = true;
    });
  });
})();
